@echo off
rem Runs Yusuan from an unpacked release, with the Java that comes with it, or, where none does, with this machine's.
setlocal
set "HERE=%~dp0.."
set "JAVA=%HERE%\runtime\bin\java.exe"
if not exist "%JAVA%" if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if not exist "%JAVA%" set "JAVA=java"
if not defined YUSUAN_JAVA_OPTS set "YUSUAN_JAVA_OPTS=-Xmx2g -XX:TieredStopAtLevel=1 -XX:C1MaxInlineSize=20 -Xmn16m -XX:+UseSerialGC -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0"
"%JAVA%" %YUSUAN_JAVA_OPTS% -XX:SharedArchiveFile="%HERE%\lib\yusuan.jsa" -Xlog:disable -Xlog:all=error:stderr -Djava.awt.headless=true -jar "%HERE%\lib\yusuan.jar" %*
exit /b %ERRORLEVEL%
