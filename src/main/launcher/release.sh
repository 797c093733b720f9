#!/bin/sh
# release.sh JAVA_HOME TARGET VERSION DATE: makes TARGET/release/yusuan-VERSION-PLATFORM.tar.gz, which needs no Java.
# That holds for the platform of this machine's JDK, and for others whose jmods of the same JDK version are given:
# YUSUAN_JMODS_macos_arm64=/path/to/jmods and the like. An archive for a platform without jmods has no runtime, says so
# in its name, and needs Java 17 or newer there. The same JDK and sources give the
# same bytes; the archive of classes, which Java writes otherwise each time, is made at the first start.
set -eu
jdk=$1; target=$2; version=$3; date=$4
base=$(CDPATH= cd -- "$(dirname -- "$0")/../../.." && pwd)
export LC_ALL=C TZ=UTC
umask 022
modules=java.base,java.desktop,java.logging,java.management,java.naming,java.sql,java.xml
modules=$modules,jdk.charsets,jdk.crypto.ec,jdk.httpserver,jdk.jfr,jdk.localedata,jdk.unsupported,jdk.zipfs
out=$target/release
case $("$jdk/bin/jlink" --version) in 17*|18*|19*|20*) compress=2 ;; *) compress=zip-6 ;; esac
rm -rf "$out"
mkdir -p "$out"
[ -f "$target/sbom.cdx.json" ] || { echo "release: no SBOM was made; Maven makes it when it is not offline" >&2; exit 1; }

# What jars hold for this platform alone, as regular expressions; all else that is native goes.
# DuckDB, ONNX Runtime, Tesseract and Leptonica, JNA, JLine.
natives_of() {
  case $1 in
    linux-x64)    echo 'linux_amd64|native/linux-x64|linux-x86_64|jna/linux-x86-64/|Linux/x86_64/' ;;
    linux-arm64)  echo 'linux_arm64|native/linux-aarch64|linux-arm64|jna/linux-aarch64/|Linux/arm64/' ;;
    macos-arm64)  echo 'macos_arm64|native/osx-aarch64|macosx-arm64|jna/darwin-aarch64/|Mac/arm64/' ;;
    macos-x64)    echo 'macos_amd64|native/osx-x64|macosx-x86_64|jna/darwin-x86-64/|Mac/x86_64/' ;;
    windows-x64)  echo 'windows_amd64|native/win-x64|windows-x86_64|jna/win32-x86-64/|Windows/x86_64/' ;;
  esac
}

# What this build needs; an older one may have left more beside it.
mkdir "$out/work"
(cd "$out/work" && "$jdk/bin/jar" xf "$target/yusuan.jar" META-INF/MANIFEST.MF)
libraries=$(tr -d '\r' < "$out/work/META-INF/MANIFEST.MF" | sed -e ':a' -e 'N' -e '$!ba' -e 's/\n //g' | sed -n 's/^Class-Path: //p' \
  | tr ' ' '\n' | sed 's|^lib/||' | sort)
rm -rf "$out/work"

# Natives, symbols for debuggers, and models that tess4j brings beside those of this project.
spare='libduckdb_java\.so_|ai/onnxruntime/native/|com/sun/jna/[a-z0-9-]*/|org/jline/nativ/[A-Z]|^win32-x86|^tessdata/|\.dSYM/'

make() {
  platform=$1; ending=$2; shift 2
  keep=$(natives_of "$platform")
  name=yusuan-$version-$platform$ending
  home=$out/$name
  mkdir -p "$home/bin" "$home/lib/lib" "$home/licenses"
  # Symbols for debuggers in the natives of another processor are not this machine's tools' to take away.
  strip=--strip-debug
  [ "$platform" = "$own" ] || strip=--strip-java-debug-attributes
  [ -n "$ending" ] || "$jdk/bin/jlink" "$@" --add-modules "$modules" --include-locales=en,zh "$strip" --no-header-files --no-man-pages \
    --compress="$compress" --output "$home/runtime"
  for file in $libraries; do
    jar=$target/lib/$file
    case $file in
      tesseract-*|leptonica-*) case $file in *-$(echo "$keep" | cut -d'|' -f3).jar) ;; *) continue ;; esac ;;
    esac
    if "$jdk/bin/jar" tf "$jar" | grep -Eq "$spare"; then
      work=$out/work
      rm -rf "$work"; mkdir -p "$work"
      (cd "$work" && "$jdk/bin/jar" xf "$jar")
      manifest=$out/manifest; cp "$work/META-INF/MANIFEST.MF" "$manifest"; rm "$work/META-INF/MANIFEST.MF"
      # Signatures would miss what is taken away.
      rm -f "$work"/META-INF/*.SF "$work"/META-INF/*.RSA "$work"/META-INF/*.DSA
      (cd "$work" && find . -type f | sed 's|^\./||' | grep -E "$spare" | { grep -Ev "$keep" || true; } | tr '\n' '\0' | xargs -0 -r rm -f
       find . -name '*.dSYM' -prune -exec rm -rf {} + ; find . -type d -empty -delete
       find . -type f | sed 's|^\./||' | sort > ../files
       "$jdk/bin/jar" --create --file "$home/lib/lib/$file" --manifest "$manifest" --date "$date" @../files)
    else
      cp "$jar" "$home/lib/lib/$file"
    fi
  done
  cp "$target/yusuan.jar" "$home/lib/yusuan.jar"
  touch -d "$date" "$home"/lib/*.jar "$home"/lib/lib/*.jar
  cp "$base/src/main/launcher/start.sh" "$base/src/main/launcher/class-archive.sh" "$home/lib/"
  # Is read at the first start, to see which classes that takes.
  cp "$base"/testdata/*[0-9].pdf "$home/lib/first.pdf"
  cp "$base/src/main/launcher/yusuan" "$home/bin/"
  # Windows has its own line ends.
  sed 's/$/\r/' "$base/src/main/launcher/yusuan.bat" > "$home/bin/yusuan.bat"
  chmod 755 "$home/bin/yusuan"
  cp "$base/LICENSE" "$base/README.md" "$base/CHANGELOG.md" "$home/"
  cp "$target/sbom.cdx.json" "$home/"
  for jar in "$home"/lib/lib/*.jar; do
    "$jdk/bin/jar" tf "$jar" | grep -Ei '^(META-INF/)?(LICENSE|NOTICE|COPYING|AL2\.0|LGPL2\.1)[^/]*$' | while read -r entry; do
      into=$home/licenses/$(basename "$jar" .jar)
      mkdir -p "$into"
      (cd "$into" && "$jdk/bin/jar" xf "$jar" "$entry")
    done
  done
  rm -rf "$out/work" "$out/files" "$out/manifest"
  (cd "$out" && tar --sort=name --mtime="$date" --owner=0 --group=0 --numeric-owner --format=gnu -cf - "$name" | gzip -9n > "$name.tar.gz" \
    && rm -rf "$name" && sha256sum "$name.tar.gz" >> SHA256SUMS)
  echo "release: $out/$name.tar.gz $(du -m "$out/$name.tar.gz" | cut -f1) MB"
}

machine=$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')
system=$(uname -s | sed 's/Linux/linux/; s/Darwin/macos/')
own=$system-$machine
make "$own" ""
for platform in linux-x64 linux-arm64 macos-arm64 macos-x64 windows-x64; do
  eval "jmods=\${YUSUAN_JMODS_$(echo "$platform" | tr - _):-}"
  if [ "$platform" != "$own" ] && [ -n "$jmods" ]; then
    make "$platform" "" --module-path "$jmods"
  elif [ "$platform" != "$own" ]; then
    make "$platform" -without-java
  fi
done
cp "$target/sbom.cdx.json" "$out/yusuan-$version.cdx.json"
