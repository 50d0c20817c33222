"""What openpyxl and Python's own XML parser say of workbooks; started by the corpus command (corpusCommand.ts).

cells: a path a line in, a line of JSON out: {"sheets": {name: [[row, column, kind, value], …]}} or {"error": …}.
lint:  two paths a line, tab between: the workbook before and after writing; out: {"faults": […], "values": […]}, the
       faults that are new, and the values of its own sheets that differ.
"""
import datetime
import json
import posixpath
import re
import subprocess
import sys
import tempfile
import warnings
import zipfile
from xml.etree import ElementTree

import openpyxl
from openpyxl.utils.datetime import to_excel

warnings.simplefilter("ignore")
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def value_of(cell, epoch):
    value = cell.value
    if isinstance(value, bool):
        return ["b", value]
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)):
        return ["n", to_excel(value, epoch)]
    if isinstance(value, (int, float)):
        return ["n", value]
    return ["e" if cell.data_type == "e" else "s", str(value)]


def cells_of(path):
    book = openpyxl.load_workbook(path, data_only=True)
    return {
        sheet.title: [
            [cell.row - 1, cell.column - 1, *value_of(cell, book.epoch)]
            # Not iter_rows: one stray cell in the last row would make a million rows of it.
            for _, cell in sorted(sheet._cells.items())
            if cell.value is not None
        ]
        for sheet in book.worksheets
    }


def local(tag):
    return tag.rsplit("}", 1)[-1]


def twice(values, what):
    folded = [(value or "").lower() for value in values]
    return ["%s %s" % (what, value) for value in set(folded) if folded.count(value) > 1]


def count_faults(name, root):
    lists = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "mergeCells", "tableParts", "tableColumns")
    return [
        "%s: %s count" % (name, local(one.tag))
        for one in root.iter()
        if local(one.tag) in lists and one.get("count") not in (None, str(len(one)))
    ]


def style_faults(name, root):
    sizes = {local(one.tag): len(one) for one in root}
    known = {one.get("numFmtId") for one in root.iter() if local(one.tag) == "numFmt"}
    faults = twice([one.get("numFmtId") for one in root.iter() if local(one.tag) == "numFmt"], name + ": numFmtId")
    faults += twice([local(one.tag) for one in root], name + ": twice")
    for formats in root:
        if local(formats.tag) not in ("cellXfs", "cellStyleXfs"):
            continue
        for at, one in enumerate(formats):
            for attribute, items in (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders"), ("xfId", "cellStyleXfs")):
                if int(one.get(attribute) or 0) >= max(1, sizes.get(items, 0)):
                    faults.append("%s: %s %d %s" % (name, local(formats.tag), at, attribute))
            if int(one.get("numFmtId") or 0) >= 164 and one.get("numFmtId") not in known:
                faults.append("%s: %s %d numFmtId" % (name, local(formats.tag), at))
    return faults


def faults_of(path):
    faults = []
    with zipfile.ZipFile(path) as package:
        names = [name for name in package.namelist() if not name.endswith("/")]
        parts = {name: package.read(name) for name in names}
    faults += twice(names, "part")
    trees = {}
    for name, data in parts.items():
        if name.lower().endswith((".xml", ".rels", ".vml")):
            try:
                trees[name] = ElementTree.fromstring(data)
            except ElementTree.ParseError as cause:
                faults.append("%s: not well-formed (%s)" % (name, cause.msg.split(":")[0]))
    types = trees.get("[Content_Types].xml")
    kinds = [one.get("Extension") for one in types if local(one.tag) == "Default"]
    ones = [one.get("PartName") for one in types if local(one.tag) == "Override"]
    faults += twice(kinds, "Default") + twice(ones, "Override")
    typed = {("." + (kind or "")).lower() for kind in kinds} | {(one or "").lower() for one in ones}
    for name in names:
        if name != "[Content_Types].xml" and "/" + name.lower() not in typed and posixpath.splitext(name.lower())[1] not in typed:
            faults.append("untyped " + name)
    for name, root in trees.items():
        kind = local(root.tag)
        if kind == "Relationships":
            owner = posixpath.join(posixpath.dirname(posixpath.dirname(name)), posixpath.basename(name)[:-5])
            faults += twice([one.get("Id") for one in root], name + ": Id")
            for one in root:
                target = one.get("Target") or ""
                part = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(posixpath.dirname(owner), target))
                if one.get("TargetMode") != "External" and part not in parts:
                    faults.append("%s: Target %s" % (name, target))
            continue
        relations = trees.get(posixpath.join(posixpath.dirname(name), "_rels", posixpath.basename(name) + ".rels"))
        ids = {one.get("Id") for one in relations} if relations is not None else set()
        for one in root.iter():
            for attribute in ("id", "embed", "link"):
                used = one.get(RELATION + attribute)
                if used and used not in ids:
                    faults.append("%s: reference %s" % (name, used))
        if kind == "workbook":
            sheets = [one for one in root.iter() if local(one.tag) == "sheet"]
            names_ = [one for one in root.iter() if local(one.tag) == "definedName"]
            faults += twice([one.get("sheetId") for one in sheets], "sheetId") + twice([one.get("name") for one in sheets], "sheet name")
            faults += ["sheetId " + one.get("sheetId") for one in sheets if not 0 < int(one.get("sheetId") or 0) < 65535]
            faults += twice(["%s/%s" % (one.get("name"), one.get("localSheetId")) for one in names_], "definedName")
            faults += ["localSheetId" for one in names_ if int(one.get("localSheetId") or 0) >= len(sheets)]
            tables = [tree for tree in trees.values() if local(tree.tag) == "table"]
            faults += twice([one.get("id") for one in tables], "table id")
            faults += twice([one.get("displayName") for one in tables], "table name")
            ranges = {(one.get("name") or "").lower() for one in names_}
            faults += ["table like a range" for one in tables if (one.get("displayName") or "").lower() in ranges]
            faults += twice([local(one.tag) for one in root], name + ": twice")
        if kind == "styleSheet":
            faults += style_faults(name, root)
        if kind == "worksheet":
            styles = [tree for tree in trees.values() if local(tree.tag) == "styleSheet"]
            formats = max([len(one) for tree in styles for one in tree if local(one.tag) == "cellXfs"] or [1])
            used = [int(one.get("s") or 0) for one in root.iter() if local(one.tag) == "c"]
            if used and max(used) >= max(1, formats):
                faults.append(name + ": s out of range")
            addresses = [one.get("r") for one in root.iter() if local(one.tag) == "c" and one.get("r")]
            if len(set(addresses)) < len(addresses):
                faults.append(name + ": cell twice")
        faults += count_faults(name, root)
    return faults, parts


def schema_faults(schema, before, after):
    """Of the parts that are new or changed, by xmllint; messages that were there before are left out."""
    def messages(data):
        with tempfile.NamedTemporaryFile(suffix=".xml") as file:
            file.write(data)
            file.flush()
            done = subprocess.run(["xmllint", "--noout", "--schema", schema + "/sml.xsd", file.name], capture_output=True, text=True)
            return {re.sub(r"^.*?: ", "", line) for line in done.stderr.splitlines() if "validity error" in line and "XML/1998/namespace}space" not in line}
    found = []
    for name, data in after.items():
        if before.get(name) != data and re.search(r"(workbook|styles|worksheets/[^/]*|tables/[^/]*)\.xml$", name, re.I):
            known = messages(before[name]) if name in before else set()
            found += ["%s: %s" % (name, message) for message in sorted(messages(data) - known)]
    return found


def lint(before, after, schema):
    (old, old_parts), (now, now_parts) = faults_of(before), faults_of(after)
    faults = [fault for fault in now if fault not in old]
    if schema:
        faults += schema_faults(schema, old_parts, now_parts)
    try:
        known = cells_of(before)
    except Exception as cause:
        return {"faults": faults, "values": [], "unread": repr(cause)[:200]}
    found = cells_of(after)
    values = [name for name, cells in known.items() if found.get(name) != cells]
    return {"faults": faults, "values": values}


def main():
    mode, schema = sys.argv[1], (sys.argv[2] if len(sys.argv) > 2 else "")
    for line in sys.stdin:
        paths = line.rstrip("\n").split("\t")
        try:
            answer = {"sheets": cells_of(paths[0])} if mode == "cells" else lint(paths[0], paths[1], schema)
        except Exception as cause:
            answer = {"error": repr(cause)[:200]}
        print(json.dumps(answer), flush=True)


main()
