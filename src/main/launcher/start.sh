# Read by the launchers of a checkout and of a release, which say java=…, jar=… and archive=…
# Java takes the encoding of file names, arguments and output from the locale. One that cannot hold Chinese (that of
# cron, of containers, of "su -") would lose it; the language of messages stays as asked for.
# Java also takes the language from the locale, and only if that is installed: containers often name one that is not.
language=
case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in zh*) language=-Duser.language=zh ;; esac
case "$(locale charmap 2>/dev/null || true)" in
  [Uu][Tt][Ff]*8|GB*|BIG5*|EUC-TW) ;;
  *)
    LANG=${LC_ALL:-${LC_MESSAGES:-${LANG:-C}}}
    LC_CTYPE=C.UTF-8
    unset LC_ALL
    export LANG LC_CTYPE
    ;;
esac
# Most runs last a second or two: the first compiler alone costs half the processor time of both on 27 pages (2.4 s
# against 4.2 s) and on 167 (4.3 s against 8.6 s). A small young part of the heap costs no time and saves memory: with
# 16 MB in place of 32 one page takes 94 MB against 109, 282 pages 215 MB against 246.
# Compiling methods without those that they call, where these are not small, saves more than it costs (one page 1.26 s
# against 1.34 s, 282 pages 5.6 s against 5.9 s), and so does not compiling calls by reflection (Java 17: below a
# thousand of them; newer ones: at all) for the sake of 0.07 s.
# The archive of classes stays where it was made for, instead of being moved at each start. Methods are compiled at the
# usual number of calls: at twice that, one page takes 2 % less of the processor, and 282 pages take 7 % more.
fast="-XX:TieredStopAtLevel=1 -XX:C1MaxInlineSize=20 -Xmn16m"
fast="$fast -Dsun.reflect.inflationThreshold=1000 -Djdk.reflect.useNativeAccessorOnly=true"
fast="$fast -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0"
# What is measured against Tesseract runs as it does when documents are read.
case "${1:-} ${2:-}" in "benchmark ocr") ;; benchmark*|evaluate*) fast= ;; esac
case "${YUSUAN_JAVA_OPTS:-}" in *GC*|*-Xm[ns]*|*Tiered*) fast= ;; *) fast="$fast -XX:+UseSerialGC" ;; esac
# Java leaves alone an archive of classes that is missing or not its own.
exec "$java" ${YUSUAN_JAVA_OPTS:--Xmx2g} $fast -XX:SharedArchiveFile="$archive" -Xlog:disable -Xlog:all=error:stderr \
  -Djava.awt.headless=true $language -Dyusuan.launcher="$0" -jar "$jar" "$@"
