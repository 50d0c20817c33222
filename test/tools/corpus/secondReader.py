"""What openpyxl and Python's own XML parser say of workbooks; started by the corpus command (corpusCommand.ts).

cells: a path a line in, a line of JSON out: {"sheets": {name: [[row, column, kind, value], …]}} or {"error": …}.
lint:  two paths a line, tab between: the workbook before and after writing; out: the faults that are new, those against
       the schemas that are new, how many parts were held against them, and the sheets of its own whose values differ.
save:  two paths a line, tab between: opens the first and saves it as the second.
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


def number(text):
    """A number of an attribute, 0 when it is absent; what is none is beyond every list."""
    try:
        return int(text or 0)
    except ValueError:
        return 1 << 40


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
                if number(one.get(attribute)) >= max(1, sizes.get(items, 0)):
                    faults.append("%s: %s %d %s" % (name, local(formats.tag), at, attribute))
            if number(one.get("numFmtId")) >= 164 and one.get("numFmtId") not in known:
                faults.append("%s: %s %d numFmtId" % (name, local(formats.tag), at))
    return faults


def faults_of(path):
    faults = []
    with zipfile.ZipFile(path) as package:
        # Some programs write the paths of Windows; what we write has those of the standard.
        listed = [name for name in package.namelist() if not name.endswith(("/", "\\"))]
        parts = {name.replace("\\", "/"): package.read(name) for name in listed}
        names = [name.replace("\\", "/") for name in listed]
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
    typed = {(kind or "").lower() for kind in kinds} | {(one or "").lower() for one in ones}
    for name in names:
        if name != "[Content_Types].xml" and "/" + name.lower() not in typed and name.lower().rsplit(".", 1)[-1] not in typed:
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
            faults += ["sheetId " + one.get("sheetId") for one in sheets if not 0 < number(one.get("sheetId")) < 65535]
            faults += twice(["%s/%s" % (one.get("name"), one.get("localSheetId")) for one in names_], "definedName")
            faults += ["localSheetId" for one in names_ if number(one.get("localSheetId")) >= len(sheets)]
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
            used = [number(one.get("s")) for one in root.iter() if local(one.tag) == "c"]
            if used and max(used) >= max(1, formats):
                faults.append(name + ": s out of range")
            addresses = [one.get("r") for one in root.iter() if local(one.tag) == "c" and one.get("r")]
            if len(set(addresses)) < len(addresses):
                faults.append(name + ": cell twice")
        faults += count_faults(name, root)
    return faults, parts


SCHEMAS = (
    (r"(workbook|styles|worksheets/[^/]*|tables/[^/]*)\.xml$", "sml.xsd"),
    (r"drawings/[^/]*\.xml$", "dml-spreadsheetDrawing.xsd"),
    (r"charts/chart[^/]*\.xml$", "dml-chart.xsd"),
)


def schema_messages(folder, schema, parts):
    """By part, what xmllint says of it, without line numbers; one start for all parts, as it reads the schema anew each time."""
    with tempfile.TemporaryDirectory() as place:
        paths = []
        for at, data in enumerate(parts.values()):
            paths.append("%s/%d.xml" % (place, at))
            with open(paths[-1], "wb") as file:
                file.write(data)
        said = subprocess.run(["xmllint", "--noout", "--schema", posixpath.join(folder, schema), *paths], capture_output=True, text=True)
        found = {name: set() for name in parts}
        names = dict(zip(paths, parts))
        if sum(said.stderr.count(path + " validates") + said.stderr.count(path + " fails to validate") for path in paths) < len(paths):
            raise ValueError("xmllint: " + said.stderr[-200:])
        for line in said.stderr.splitlines():
            path, _, message = line.partition(":")
            if "validity error" in line and "XML/1998/namespace}space" not in line:
                found[names[path]].add(re.sub(r"^\d+: ", "", message))
        return found


def schema_faults(folder, before, after):
    """Of the parts that are new or changed; messages that were there before are left out. Also how many parts that were."""
    found, checked = [], 0
    for pattern, schema in SCHEMAS:
        changed = {name: data for name, data in after.items() if before.get(name) != data and re.search(pattern, name, re.I)}
        if not changed:
            continue
        checked += len(changed)
        known = {"before " + name: before[name] for name in changed if name in before}
        messages = schema_messages(folder, schema, {**changed, **known})
        for name in changed:
            found += ["%s: %s" % (name, one) for one in sorted(messages[name] - messages.get("before " + name, set()))]
    return found, checked


def values_of(path):
    """The cells by sheet, or why openpyxl cannot read them."""
    try:
        return cells_of(path)
    except Exception as cause:
        return repr(cause)[:200]


def changed_parts(before, after):
    """Parts with cells or texts that are not what they were, byte for byte."""
    return [name for name, data in before.items() if re.search(r"(sheets/[^/]*|sharedStrings)\.xml$", name, re.I) and after.get(name) != data]


def lint(before, after, schema):
    (old, old_parts), (now, now_parts) = faults_of(before), faults_of(after)
    against, checked = schema_faults(schema, old_parts, now_parts) if schema else ([], 0)
    known, found = values_of(before), values_of(after)
    if isinstance(known, dict) and isinstance(found, dict):
        values = [name for name, cells in known.items() if found.get(name) != cells]
    else:
        values = changed_parts(old_parts, now_parts)
    return {
        "faults": [fault for fault in now if fault not in old],
        "schema": against,
        "checked": checked,
        "values": values,
        "by": "openpyxl" if isinstance(known, dict) and isinstance(found, dict) else "parts",
        "lost": found if isinstance(known, dict) and isinstance(found, str) else None,
    }


def save(path, target):
    openpyxl.load_workbook(path).save(target)
    return {"saved": True}


def main():
    mode, schema = sys.argv[1], (sys.argv[2] if len(sys.argv) > 2 else "")
    for line in sys.stdin:
        paths = line.rstrip("\n").split("\t")
        try:
            if mode == "cells":
                answer = {"sheets": cells_of(paths[0])}
            elif mode == "save":
                answer = save(*paths)
            else:
                answer = lint(paths[0], paths[1], schema)
        except Exception as cause:
            answer = {"error": repr(cause)[:200]}
        print(json.dumps(answer), flush=True)


main()
