; The Windows setup. Made by installer/windows/product.py, which gives:
;   VERSION  of the program          SOURCE  the frozen folder          OUT      the file to write
;   ICONS    folder of the icons      PICTURES folder of side.bmp         LONGEST  of the names below lib, in letters
;   COMPRESSOR zlib | lzma
; Switches: /S  /AllUsers  /UPDATE  /D=folder. Exit codes: installer/README.md.
Unicode true
; Solid compression must be chosen before anything is included.
SetCompressor /SOLID ${COMPRESSOR}
!if ${COMPRESSOR} == lzma
  ; More than 8 MB makes it no smaller, and unpacking takes as much memory.
  SetCompressorDictSize 8
!endif
Target amd64-unicode

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include WordFunc.nsh
!include nsDialogs.nsh
!include x64.nsh

!ifdef NSIS_WIN32_MAKENSIS
  !define SLASH "\"
!else
  !define SLASH "/"
!endif
!define PRODUCT "PUG Desktop"
!define PUBLISHER "PUG Desktop contributors"
!define EXE "pug-desktop.exe"
!define MUTEX "PUGDesktopRunning"
!define SETTINGS "Software\${PRODUCT}"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${PRODUCT}"
!define OLDEST_BUILD 17763

!define CODE_ABORTED 2
!define CODE_DISK 3
!define CODE_RIGHTS 4
!define CODE_RUNNING 5
!define CODE_NEWER 6
!define CODE_WINDOWS 7

Name "${PRODUCT} ${VERSION}" "${PRODUCT} ${VERSION}"
OutFile "${OUT}"
BrandingText "${PRODUCT} ${VERSION}"
; Never asks for rights by itself: a clerk has none, and Windows would not let the program start its own update.
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
XPStyle on
ShowInstDetails nevershow
ShowUninstDetails nevershow
AllowSkipFiles off

VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "${PRODUCT}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "${PRODUCT} setup"
VIAddVersionKey CompanyName "${PUBLISHER}"
VIAddVersionKey LegalCopyright "${PUBLISHER}, MIT"

Var Everyone     ; 1: for every user of this computer
Var Updating     ; 1: started by the program itself
Var IsUpgrade    ; 1: a version is installed already
Var DataFolder   ; where this person's data lie
Var ForMe
Var ForAll

; --- pages ----------------------------------------------------------------------------------------------------------

!define MUI_ICON "${ICONS}${SLASH}pug-desktop.ico"
!define MUI_UNICON "${ICONS}${SLASH}pug-desktop.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURES}${SLASH}side.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${PICTURES}${SLASH}side.bmp"
!define MUI_ABORTWARNING
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "${SETTINGS}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"
!define MUI_LANGDLL_WINDOWTITLE "${PRODUCT}"
!define MUI_LANGDLL_INFO "Bahasa / Language:"

!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipWhenUpdating
!define MUI_WELCOMEPAGE_TITLE "$(welcome_title)"
!define MUI_WELCOMEPAGE_TEXT "$(welcome_text)"
!insertmacro MUI_PAGE_WELCOME

Page custom AskForWhom TakeForWhom

!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipWhenInstalled
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE CheckFolder
!define MUI_DIRECTORYPAGE_TEXT_TOP "$(folder_text)"
!insertmacro MUI_PAGE_DIRECTORY

!insertmacro MUI_PAGE_INSTFILES

!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipWhenUpdating
!define MUI_FINISHPAGE_TITLE "$(finish_title)"
!define MUI_FINISHPAGE_TEXT "$(finish_text)"
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "$(finish_run)"
!define MUI_FINISHPAGE_RUN_FUNCTION StartProgram
!insertmacro MUI_PAGE_FINISH

!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(uninstall_text)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "$(uninstalled_title)"
!define MUI_FINISHPAGE_TEXT "$(uninstalled_text)"
!insertmacro MUI_UNPAGE_FINISH

!insertmacro MUI_LANGUAGE "Indonesian"
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_RESERVEFILE_LANGDLL
!include setup_words.nsh

; --- before anything is shown ---------------------------------------------------------------------------------------

Function .onInit
  ; Data lie with the person, also when the program is for everybody.
  SetShellVarContext current
  StrCpy $DataFolder "$LOCALAPPDATA\PUG\${PRODUCT}"

  ${GetParameters} $R0
  StrCpy $Updating 0
  ClearErrors
  ${GetOptions} $R0 "/UPDATE" $R1
  ${IfNot} ${Errors}
    StrCpy $Updating 1
    SetAutoClose true
  ${EndIf}

  Call ChooseLanguage
  Call RefuseOldWindows
  Call ChooseScope
  Call RefuseNewerInstalled
FunctionEnd

Function ChooseLanguage
  ReadRegStr $0 HKCU "${SETTINGS}" "Language"
  ${If} $0 != ""
    StrCpy $LANGUAGE $0
  ${ElseIf} $Updating == 0
    ; Most computers here run an English Windows, most people read Indonesian.
    StrCpy $LANGUAGE ${LANG_INDONESIAN}
    !insertmacro MUI_LANGDLL_DISPLAY
  ${EndIf}
FunctionEnd

Function RefuseOldWindows
  ${WinVerGetBuild} $0
  ${IfNot} ${AtLeastWin10}
  ${OrIf} $0 < ${OLDEST_BUILD}
    StrCpy $R8 ${CODE_WINDOWS}
    StrCpy $R9 "$(old_windows)"
    Call Refuse
  ${EndIf}
FunctionEnd

; Whose program this shall be, and in which folder it lies: an installed one stays where it is.
Function ChooseScope
  ReadRegStr $1 HKCU "${SETTINGS}" "InstallDir"
  ReadRegStr $2 HKLM "${SETTINGS}" "InstallDir"
  StrCpy $Everyone 0
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/AllUsers" $R1
  ${IfNot} ${Errors}
    StrCpy $Everyone 1
  ${ElseIf} $INSTDIR != ""
  ${AndIf} $INSTDIR == $2
    StrCpy $Everyone 1
  ${ElseIf} $INSTDIR == ""
  ${AndIf} $1 == ""
  ${AndIf} $2 != ""
    StrCpy $Everyone 1
  ${EndIf}
  Call TakeScope
FunctionEnd

Function TakeScope
  ${If} $Everyone == 1
    Call NeedRights
    SetShellVarContext all
    StrCpy $3 "$PROGRAMFILES64\${PRODUCT}"
    ReadRegStr $2 HKLM "${SETTINGS}" "InstallDir"
  ${Else}
    SetShellVarContext current
    StrCpy $3 "$LOCALAPPDATA\Programs\${PRODUCT}"
    ReadRegStr $2 HKCU "${SETTINGS}" "InstallDir"
  ${EndIf}
  StrCpy $IsUpgrade 0
  ${If} $2 != ""
  ${AndIf} ${FileExists} "$2\${EXE}"
    StrCpy $IsUpgrade 1
    StrCpy $3 $2
  ${EndIf}
  ${If} $INSTDIR == ""
    StrCpy $INSTDIR $3
  ${EndIf}
FunctionEnd

; For everybody means with an administrator's rights: ask Windows for them and go on as that one.
Function NeedRights
  UserInfo::GetAccountType
  Pop $0
  ${If} $0 != "Admin"
    ${If} ${Silent}
      SetErrorLevel ${CODE_RIGHTS}
      Quit
    ${EndIf}
    ${GetParameters} $R0
    ClearErrors
    ${GetOptions} $R0 "/AllUsers" $R1
    ${If} ${Errors}
      StrCpy $R0 "$R0 /AllUsers"
    ${EndIf}
    ClearErrors
    ExecShell "runas" "$EXEPATH" "$R0"
    ${If} ${Errors}
      ; So that the program which closed for its update is found and comes back.
      ${If} $INSTDIR == ""
        ReadRegStr $INSTDIR HKLM "${SETTINGS}" "InstallDir"
      ${EndIf}
      StrCpy $R8 ${CODE_RIGHTS}
      StrCpy $R9 "$(no_rights)"
      Call Refuse
    ${EndIf}
    Quit
  ${EndIf}
FunctionEnd

Function RefuseNewerInstalled
  ReadRegStr $0 SHCTX "${UNINSTALL}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} $0 "${VERSION}" $1
    ${If} $1 == 1
      StrCpy $R8 ${CODE_NEWER}
      StrCpy $R9 "$(newer_installed)"
      Call Refuse
    ${EndIf}
  ${EndIf}
FunctionEnd

; Say $R9, end with the code $R8. The program that closed itself for its update comes back.
Function Refuse
  MessageBox MB_OK|MB_ICONEXCLAMATION "$R9" /SD IDOK
  SetErrorLevel $R8
  ${If} $Updating == 1
    Call StartProgram
  ${EndIf}
  Quit
FunctionEnd

; --- pages of our own -----------------------------------------------------------------------------------------------

Function SkipWhenUpdating
  ${If} $Updating == 1
    Abort
  ${EndIf}
FunctionEnd

Function SkipWhenInstalled
  ${If} $Updating == 1
  ${OrIf} $IsUpgrade == 1
    Abort
  ${EndIf}
FunctionEnd

Function AskForWhom
  Call SkipWhenInstalled
  !insertmacro MUI_HEADER_TEXT "$(scope_title)" "$(scope_subtitle)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 0 0 100% 12u "$(scope_me)"
  Pop $ForMe
  ${NSD_CreateLabel} 12u 14u 95% 20u "$(scope_me_text)"
  Pop $0
  ${NSD_CreateRadioButton} 0 44u 100% 12u "$(scope_all)"
  Pop $ForAll
  ${NSD_CreateLabel} 12u 58u 95% 20u "$(scope_all_text)"
  Pop $0
  ${If} $Everyone == 1
    ${NSD_Check} $ForAll
  ${Else}
    ${NSD_Check} $ForMe
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function TakeForWhom
  StrCpy $0 $Everyone
  ${NSD_GetState} $ForAll $Everyone
  ${If} $Everyone != $0
    StrCpy $INSTDIR ""
    Call TakeScope
    Call RefuseNewerInstalled
  ${EndIf}
FunctionEnd

; A folder with other things in it gets one of its own below: what lies in ours is replaced at the next update.
Function OwnFolder
  ${IfNot} ${FileExists} "$INSTDIR\${EXE}"
    ${DirState} "$INSTDIR" $0
    ${If} $0 == 1
      StrCpy $INSTDIR "$INSTDIR\${PRODUCT}"
    ${EndIf}
  ${EndIf}
FunctionEnd

Function CheckFolder
  Call OwnFolder
  StrLen $0 "$INSTDIR\lib.new\"
  IntOp $0 $0 + ${LONGEST}
  ${If} $0 > 259
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(folder_too_long)" /SD IDOK
    Abort
  ${EndIf}
FunctionEnd

; --- is it running --------------------------------------------------------------------------------------------------

!macro RunningFunction prefix
; Leaves 1 in $0 while the program runs: it says so by a mutex, and Windows lets nobody write its file.
Function ${prefix}IsRunning
  System::Call 'kernel32::OpenMutexW(i 0x100000, i 0, w "${MUTEX}") p .r0'
  ${If} $0 P<> 0
    System::Call 'kernel32::CloseHandle(p r0)'
    StrCpy $0 1
    Return
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\${EXE}"
    ClearErrors
    FileOpen $1 "$INSTDIR\${EXE}" a
    ${If} ${Errors}
      StrCpy $0 1
      Return
    ${EndIf}
    FileClose $1
  ${EndIf}
  StrCpy $0 0
FunctionEnd
!macroend
!insertmacro RunningFunction ""
!insertmacro RunningFunction "un."

Function WaitUntilClosed
  ${If} $Updating == 1
    DetailPrint "$(waiting)"
    StrCpy $2 0
    ${Do}
      Call IsRunning
      ${If} $0 == 0
      ${OrIf} $2 >= 60
        ${ExitDo}
      ${EndIf}
      Sleep 1000
      IntOp $2 $2 + 1
    ${Loop}
  ${EndIf}
  ${Do}
    Call IsRunning
    ${If} $0 == 0
      Return
    ${EndIf}
    ${If} ${Silent}
    ${OrIf} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(running)" IDCANCEL`
      SetErrorLevel ${CODE_RUNNING}
      Quit
    ${EndIf}
  ${Loop}
FunctionEnd

; --- install --------------------------------------------------------------------------------------------------------

Section "program"
  Call OwnFolder
  Call WaitUntilClosed

  ; The new files are unpacked beside the old ones and take their place at the end, so that a full disk, or a power cut
  ; while they are unpacked, leaves a program that starts. What an earlier try left comes back or goes first.
  ${IfNot} ${FileExists} "$INSTDIR\lib\*.*"
  ${AndIf} ${FileExists} "$INSTDIR\lib.old\*.*"
    Rename "$INSTDIR\lib.old" "$INSTDIR\lib"
  ${EndIf}
  ${IfNot} ${FileExists} "$INSTDIR\${EXE}"
  ${AndIf} ${FileExists} "$INSTDIR\${EXE}.old"
    Rename "$INSTDIR\${EXE}.old" "$INSTDIR\${EXE}"
  ${EndIf}
  RMDir /r "$INSTDIR\lib.new"
  RMDir /r "$INSTDIR\lib.old"
  SetOutPath "$INSTDIR\lib.new"
  File /r "${SOURCE}${SLASH}lib${SLASH}*"
  SetOutPath "$INSTDIR"
  File "/oname=${EXE}.new" "${SOURCE}${SLASH}${EXE}"
  Call TakeTheirPlace
  RMDir /r "$INSTDIR\lib.old"
  Delete "$INSTDIR\${EXE}.old"

  WriteUninstaller "$INSTDIR\uninstall.exe"
  Call WriteLinks
  Call WriteRegistry
  SetErrorLevel 0
SectionEnd

; A scanner may hold a file that was just written for some seconds, and a folder with an open file has no new name.
!macro Move from to failed
  StrCpy $2 0
  ${Do}
    ClearErrors
    Rename "${from}" "${to}"
    ${IfNot} ${Errors}
      ${ExitDo}
    ${EndIf}
    ${If} $2 >= 60
      Goto ${failed}
    ${EndIf}
    Sleep 500
    IntOp $2 $2 + 1
  ${Loop}
!macroend

Function TakeTheirPlace
  ${If} ${FileExists} "$INSTDIR\lib\*.*"
    !insertmacro Move "$INSTDIR\lib" "$INSTDIR\lib.old" held
  ${EndIf}
  !insertmacro Move "$INSTDIR\lib.new" "$INSTDIR\lib" back
  ${If} ${FileExists} "$INSTDIR\${EXE}"
    Delete "$INSTDIR\${EXE}.old"
    !insertmacro Move "$INSTDIR\${EXE}" "$INSTDIR\${EXE}.old" back
  ${EndIf}
  !insertmacro Move "$INSTDIR\${EXE}.new" "$INSTDIR\${EXE}" back
  Return

  back:
  ${If} ${FileExists} "$INSTDIR\${EXE}.old"
    Rename "$INSTDIR\${EXE}.old" "$INSTDIR\${EXE}"
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\lib.old\*.*"
    RMDir /r "$INSTDIR\lib"
    Rename "$INSTDIR\lib.old" "$INSTDIR\lib"
  ${EndIf}
  held:
  RMDir /r "$INSTDIR\lib.new"
  Delete "$INSTDIR\${EXE}.new"
  StrCpy $R8 ${CODE_RUNNING}
  StrCpy $R9 "$(held)"
  Call Refuse
FunctionEnd

Function WriteLinks
  CreateShortCut "$SMPROGRAMS\${PRODUCT}.lnk" "$INSTDIR\${EXE}"
  ; Who took the link off the desktop does not want it back.
  ${If} $IsUpgrade == 0
    CreateShortCut "$DESKTOP\${PRODUCT}.lnk" "$INSTDIR\${EXE}"
  ${EndIf}
FunctionEnd

!macro WriteType ending program_id words icon mime
  WriteRegStr SHCTX "Software\Classes\${ending}" "" "${program_id}"
  WriteRegStr SHCTX "Software\Classes\${ending}" "Content Type" "${mime}"
  WriteRegStr SHCTX "Software\Classes\${ending}\OpenWithProgids" "${program_id}" ""
  WriteRegStr SHCTX "Software\Classes\${program_id}" "" "${words}"
  WriteRegStr SHCTX "Software\Classes\${program_id}\DefaultIcon" "" "${icon}"
  WriteRegStr SHCTX "Software\Classes\${program_id}\shell\open\command" "" '"$INSTDIR\${EXE}" "%1"'
!macroend

!macro ForgetType ending program_id
  ReadRegStr $0 SHCTX "Software\Classes\${ending}" ""
  ${If} $0 == "${program_id}"
    DeleteRegValue SHCTX "Software\Classes\${ending}" ""
    DeleteRegValue SHCTX "Software\Classes\${ending}" "Content Type"
  ${EndIf}
  DeleteRegValue SHCTX "Software\Classes\${ending}\OpenWithProgids" "${program_id}"
  DeleteRegKey /ifempty SHCTX "Software\Classes\${ending}\OpenWithProgids"
  DeleteRegKey /ifempty SHCTX "Software\Classes\${ending}"
  DeleteRegKey SHCTX "Software\Classes\${program_id}"
!macroend

; So that Explorer shows the new icons at once.
!define TellExplorer `System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'`

Function WriteRegistry
  WriteRegStr SHCTX "${SETTINGS}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${SETTINGS}" "Language" "$LANGUAGE"
  !insertmacro WriteType ".pug" "PUGDesktop.Bundle" "$(type_bundle)" "$INSTDIR\${EXE},1" "application/vnd.pug.bundle"
  !insertmacro WriteType ".pugkey" "PUGDesktop.KeyCard" "$(type_card)" "$INSTDIR\${EXE},2" "application/vnd.pug.key-card"
  ${TellExplorer}

  WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "${PRODUCT}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "${PUBLISHER}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${EXE}"
  WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" $0
FunctionEnd

Function StartProgram
  ${If} ${FileExists} "$INSTDIR\${EXE}"
    ${If} $Everyone == 1
      ; Explorer runs as the person; this setup runs as an administrator, and the program must not.
      Exec '"$WINDIR\explorer.exe" "$INSTDIR\${EXE}"'
    ${Else}
      SetOutPath "$INSTDIR"
      Exec '"$INSTDIR\${EXE}"'
    ${EndIf}
  ${EndIf}
FunctionEnd

; A file could not be written: NSIS ends the section by itself, before anything took the place of the old.
Function .onInstFailed
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR\lib.new"
  Delete "$INSTDIR\${EXE}.new"
  StrCpy $R8 ${CODE_DISK}
  StrCpy $R9 "$(disk)"
  Call Refuse
FunctionEnd

Function .onInstSuccess
  ${If} $Updating == 1
    Call StartProgram
  ${EndIf}
FunctionEnd

; --- uninstall ------------------------------------------------------------------------------------------------------

Function un.onInit
  SetShellVarContext current
  StrCpy $DataFolder "$LOCALAPPDATA\PUG\${PRODUCT}"
  ReadRegStr $0 HKCU "${SETTINGS}" "Language"
  ${If} $0 != ""
    StrCpy $LANGUAGE $0
  ${EndIf}
  ReadRegStr $0 HKCU "${SETTINGS}" "InstallDir"
  ${If} $0 != $INSTDIR
    UserInfo::GetAccountType
    Pop $0
    ${If} $0 != "Admin"
      ${IfNot} ${Silent}
        ExecShell "runas" "$INSTDIR\uninstall.exe"
      ${EndIf}
      SetErrorLevel ${CODE_RIGHTS}
      Quit
    ${EndIf}
    SetShellVarContext all
  ${EndIf}
FunctionEnd

Section "Uninstall"
  ${Do}
    Call un.IsRunning
    ${If} $0 == 0
      ${ExitDo}
    ${EndIf}
    ${If} ${Silent}
    ${OrIf} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(running)" IDCANCEL`
      SetErrorLevel ${CODE_RUNNING}
      Quit
    ${EndIf}
  ${Loop}
  RMDir /r "$INSTDIR\lib"
  RMDir /r "$INSTDIR\lib.new"
  RMDir /r "$INSTDIR\lib.old"
  Delete "$INSTDIR\${EXE}"
  Delete "$INSTDIR\uninstall.exe"
  ; Not with all that is in it: whatever else lies here is not ours.
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${PRODUCT}.lnk"
  Delete "$DESKTOP\${PRODUCT}.lnk"
  !insertmacro ForgetType ".pug" "PUGDesktop.Bundle"
  !insertmacro ForgetType ".pugkey" "PUGDesktop.KeyCard"
  ${TellExplorer}
  DeleteRegKey SHCTX "${UNINSTALL}"
  DeleteRegKey SHCTX "${SETTINGS}"
  ; The language is the person's own, also when the program was for everybody.
  DeleteRegValue HKCU "${SETTINGS}" "Language"
  DeleteRegKey /ifempty HKCU "${SETTINGS}"
SectionEnd
