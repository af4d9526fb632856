; UNTESTED: the installer for Windows, made by Inno Setup 6 of the bundle in dist\klasgenoot (see README.md).

#ifndef Version
  #error Call this as: iscc /DVersion=0.1.0 packaging\windows\klasgenoot.iss
#endif

[Setup]
AppId=nl.klasgenoot.Klasgenoot
AppName=Klasgenoot
AppVersion={#Version}
AppPublisher=the Klasgenoot authors
SourceDir=..\..
OutputDir=dist
OutputBaseFilename=klasgenoot-{#Version}-setup
LicenseFile=LICENSE
DefaultDirName={autopf}\Klasgenoot
DefaultGroupName=Klasgenoot
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
Compression=lzma2
SolidCompression=yes
UninstallDisplayIcon={app}\klasgenoot.exe

[Languages]
Name: "nl"; MessagesFile: "compiler:Languages\Dutch.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[Files]
Source: "dist\klasgenoot\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[InstallDelete]
; An older version leaves nothing behind beside the new one. The teacher's data lies elsewhere.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\Klasgenoot"; Filename: "{app}\klasgenoot.exe"

[Run]
Filename: "{app}\klasgenoot.exe"; Description: "{cm:LaunchProgram,Klasgenoot}"; Flags: nowait postinstall skipifsilent
