//! Gives the Windows executable its icon and its version text; does nothing for other systems.

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=assets/icon/sahelscope.ico");
    // The target, not the host: a Windows executable can be built on Linux.
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("windows") {
        winresource::WindowsResource::new()
            .set_icon("assets/icon/sahelscope.ico")
            .set("ProductName", "Sahelscope")
            .set("FileDescription", "Sahelscope")
            .set("LegalCopyright", "MIT OR Apache-2.0")
            .compile()?;
    }
    Ok(())
}
