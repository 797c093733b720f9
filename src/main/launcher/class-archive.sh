#!/bin/sh
# class-archive.sh JAVA JAR ARCHIVE DOCUMENT: makes the archive of classes (class-data sharing) that start-up reads.
# DOCUMENT is read once, to see which classes that takes.
set -eu
# It comes to its place at once: another start may look for it.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Java 25 and newer keep classes linked as well: 1.12 s of processor time for a page against 1.29 s.
case "$("$1" -version 2>&1)" in *'"2'[5-9]*|*'"'[3-9][0-9]*)
  "$1" -XX:AOTCacheOutput="$work/archive" -Xmx1g -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djava.awt.headless=true \
    -jar "$2" extract "$4" -o "$work/document.json"
  mv -f "$work/archive" "$3.$$"
  mv -f "$3.$$" "$3"
  exit ;;
esac
# The older class files of some libraries go only into an archive that is dumped from a list.
"$1" -Xshare:off -XX:DumpLoadedClassList="$work/classes" -Xmx1g -XX:TieredStopAtLevel=1 -Djava.awt.headless=true \
  -jar "$2" extract "$4" -o "$work/document.json"
"$1" -Xshare:dump -XX:SharedClassListFile="$work/classes" -XX:SharedArchiveFile="$work/archive" -jar "$2"
mv -f "$work/archive" "$3.$$"
mv -f "$3.$$" "$3"
