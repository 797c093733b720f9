@echo off
rem Runs Yusuan from an unpacked release, with the Java that comes with it.
setlocal
set "HERE=%~dp0.."
if not defined YUSUAN_JAVA_OPTS set "YUSUAN_JAVA_OPTS=-Xmx2g -XX:TieredStopAtLevel=1 -Xms48m -Xmn32m -XX:+UseSerialGC"
"%HERE%\runtime\bin\java" %YUSUAN_JAVA_OPTS% -XX:SharedArchiveFile="%HERE%\lib\yusuan.jsa" -Xlog:disable -Xlog:all=error:stderr -Djava.awt.headless=true -jar "%HERE%\lib\yusuan.jar" %*
exit /b %ERRORLEVEL%
