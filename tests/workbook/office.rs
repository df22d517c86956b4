//! LibreOffice, without a screen and with a profile of its own, that computes every formula again when it opens a file.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

use crate::xlsx::{Tables, separated};

/// Always recalculate, whoever wrote the file; otherwise it would show what we wrote.
const PROFILE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"#;

/// Comma-separated, in UTF-8, numbers with all their digits, a file for every sheet.
const EVERY_SHEET: &str = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

/// What LibreOffice makes of workbooks, in the same order, in a folder with this name.
///
/// # Errors
/// In words: LibreOffice is missing, or it did not write what it was asked for.
pub fn recalculated<'b>(name: &str, books: impl Iterator<Item = &'b [u8]>) -> Result<Vec<Tables>, String> {
    let mut tables = Vec::new();
    for (name, made) in converted(name, books, EVERY_SHEET)? {
        // The name is that of the workbook and that of the sheet: `12-Uitkomst`.
        let (at, sheet) = name.split_once('-').ok_or("a file without a sheet")?;
        let at: usize = at.parse().map_err(|_| "a file of another workbook")?;
        tables.resize(tables.len().max(at + 1), Tables::new());
        tables[at].insert(sheet.to_string(), separated(&String::from_utf8(made).map_err(|why| why.to_string())?));
    }
    Ok(tables)
}

/// Workbooks as LibreOffice saves them, in the same order.
///
/// # Errors
/// In words: LibreOffice is missing, or it did not write what it was asked for.
pub fn resaved<'b>(name: &str, books: impl Iterator<Item = &'b [u8]>) -> Result<Vec<Vec<u8>>, String> {
    let mut made = converted(name, books, "xlsx:Calc MS Excel 2007 XML")?;
    made.sort_by_key(|(name, _)| name.parse::<usize>().ok());
    Ok(made.into_iter().map(|(_, made)| made).collect())
}

/// What LibreOffice makes of workbooks, with the name of each file: the place of the workbook, and what it puts behind it.
fn converted<'b>(
    name: &str,
    books: impl Iterator<Item = &'b [u8]>,
    into: &str,
) -> Result<Vec<(String, Vec<u8>)>, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("workbook").join(name);
    let (profile, given, made) = (folder.join("profile"), folder.join("given"), folder.join("made"));
    let failed = |error: io::Error| format!("{}: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(failed)?;
    }
    for folder in [&profile.join("user"), &given, &made] {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    fs::write(profile.join("user/registrymodifications.xcu"), PROFILE).map_err(failed)?;
    let mut files = Vec::new();
    for (at, bytes) in books.enumerate() {
        files.push(given.join(format!("{at}.xlsx")));
        fs::write(&files[at], bytes).map_err(failed)?;
    }
    convert(&profile, &files, into, &made)?;
    let read = |entry: io::Result<fs::DirEntry>| {
        let path = entry.map_err(failed)?.path();
        let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Ok((name, fs::read(&path).map_err(failed)?))
    };
    fs::read_dir(&made).map_err(failed)?.map(read).collect()
}

/// One start for all of them: starting takes longer than computing.
fn convert(profile: &Path, files: &[PathBuf], into: &str, to: &Path) -> Result<(), String> {
    let mut soffice = Command::new("soffice");
    soffice.arg(format!("-env:UserInstallation=file://{}", profile.display()));
    soffice.args(["--headless", "--norestore", "--convert-to", into, "--outdir"]).arg(to).args(files);
    let output = soffice.env("LC_ALL", "C.UTF-8").output().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => {
            "LibreOffice is missing, and this test needs its second opinion: `make setup-test` installs it".to_string()
        }
        _ => format!("soffice: {error}"),
    })?;
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) }
}
