//! `include_dir!` does not notice a new file by itself: this makes Cargo rebuild when a data folder changes.

fn main() {
    for folder in ["controls", "profiles", "templates"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
