"""A private LibreOffice profile with the macro that makes PDFs.

``soffice --convert-to pdf`` does not update a table of contents, so its page numbers would
stay as the document has them. The macro opens each document unseen, writes the page of its
heading at the end of each entry and exports it. (Updating the index as a whole would build
it anew in LibreOffice's way, without the tab after a heading's number.) A right indent,
which in Word keeps long titles clear of the page numbers, is taken away, for LibreOffice
does not paint what a tab puts beyond it.

The profile is thrown away afterwards, so that neither a LibreOffice that is open nor its
settings matter.
"""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

MACRO = "macro:///Standard.Module1.ConvertAll"

_SETTINGS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse">\
<value>true</value></prop></item>
</oor:items>
"""
_LIBRARIES = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library">
<library:library library:name="Standard" library:link="false"/>
</library:libraries>
"""
_LIBRARY = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" \
library:readonly="false" library:passwordprotected="false">{modules}</library:library>
"""
_MODULE = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" \
script:language="StarBasic">{code}</script:module>
"""
# Beware of words that Basic keeps for itself ("base" and "line" are): a module that does not
# compile shows a dialog that nobody sees, and LibreOffice waits for ever.
_CODE = """
Sub ConvertAll()
  Dim folder As String, number As Integer
  folder = "{folder}/"
  number = 1
  Do While FileExists(folder & number & ".docx")
    ConvertOne(folder & number)
    number = number + 1
  Loop
  StarDesktop.terminate()
End Sub

Sub ConvertOne(stem As String)
  Dim source As Object
  Dim unseen(0) As New com.sun.star.beans.PropertyValue
  Dim target(0) As New com.sun.star.beans.PropertyValue
  On Error Goto Failed
  unseen(0).Name = "Hidden"
  unseen(0).Value = True
  source = StarDesktop.loadComponentFromURL(stem & ".docx", "_blank", 0, unseen())
  source.getTextFields().refresh()
  NumberContents(source)
  target(0).Name = "FilterName"
  target(0).Value = "writer_pdf_Export"
  source.storeToURL(stem & ".pdf", target())
  source.close(True)
Failed:
End Sub

Sub NumberContents(source As Object)
  Dim view As Object, indexes As Object, entries As Object, position As Integer
  view = source.getCurrentController().getViewCursor()
  view.jumpToLastPage()
  indexes = source.getDocumentIndexes()
  For position = 0 To indexes.getCount() - 1
    indexes.getByIndex(position).IsProtected = False
    entries = indexes.getByIndex(position).getAnchor().createEnumeration()
    Do While entries.hasMoreElements()
      NumberEntry(source, view, entries.nextElement())
    Loop
  Next
End Sub

Sub NumberEntry(source As Object, view As Object, entry As Object)
  Dim target As String, cursor As Object, tail As Integer
  target = TargetOf(entry)
  If target = "" Then Exit Sub
  If Not source.getBookmarks().hasByName(target) Then Exit Sub
  tail = TailLength(entry.getString())
  If tail = 0 Then Exit Sub
  view.gotoRange(source.getBookmarks().getByName(target).getAnchor().getStart(), False)
  cursor = entry.getText().createTextCursorByRange(entry.getEnd())
  cursor.goLeft(tail, True)
  cursor.setString(CStr(view.getPage()))
  entry.ParaRightMargin = 0
End Sub

Function TargetOf(entry As Object) As String
  Dim pieces As Object, piece As Object
  pieces = entry.createEnumeration()
  Do While pieces.hasMoreElements()
    piece = pieces.nextElement()
    If Left(piece.HyperLinkURL, 5) = "#_Toc" Then
      TargetOf = Mid(piece.HyperLinkURL, 2)
      Exit Function
    End If
  Loop
End Function

Function TailLength(words As String) As Integer
  Dim position As Integer
  For position = Len(words) To 1 Step -1
    If Mid(words, position, 1) = Chr(9) Then
      TailLength = Len(words) - position
      Exit Function
    End If
  Next
End Function
"""


def write_profile(profile: Path, documents: Path) -> None:
    """Write into *profile* a profile whose macro converts ``1.docx``, ``2.docx`` … of *documents*.

    The profile says that it is complete: else LibreOffice would put its own empty module
    over the macro on the first start. The folder stands in the macro, since an argument of
    a ``macro:`` address is decoded in ways that differ between versions.
    """
    standard = profile / "user" / "basic" / "Standard"
    standard.mkdir(parents=True)
    code = _CODE.replace("{folder}", documents.as_uri())
    module = '<library:element library:name="Module1"/>'
    files = {
        profile / "user" / "registrymodifications.xcu": _SETTINGS,
        standard.parent / "script.xlc": _LIBRARIES,
        standard.parent / "dialog.xlc": _LIBRARIES,
        standard / "script.xlb": _LIBRARY.format(modules=module),
        standard / "dialog.xlb": _LIBRARY.format(modules=""),
        standard / "Module1.xba": _MODULE.format(code=escape(code)),
    }
    for path, content in files.items():
        path.write_text(content, encoding="utf-8")
