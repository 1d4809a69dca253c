//! The `aks-harden` program: temporary driver until the command line lands.
use aks_harden::{catalog::Catalog, generate, plan};
fn main() {
    let mut args = std::env::args().skip(1);
    let file = args.next().expect("profile");
    let out = args.next().expect("out");
    let facts_path = file.replace(".toml", ".facts.toml");
    let run = || -> aks_harden::error::Result<()> {
        let facts = match std::fs::read_to_string(&facts_path) {
            Ok(text) => plan::facts::Facts::parse(&facts_path, &text)?,
            Err(_) => Default::default(),
        };
        let catalog = Catalog::load()?;
        let input = plan::Input {
            file: file.clone(),
            text: std::fs::read_to_string(&file).unwrap(),
            sets: args.by_ref().collect(),
            facts,
        };
        let mut args2 = input;
        args2.sets = vec![];
        let plan = plan::resolve(&catalog, &args2)?;
        let tree = generate(&catalog, &plan)?;
        for (path, a) in &tree.0 {
            let p = std::path::Path::new(&out).join(path.as_str());
            std::fs::create_dir_all(p.parent().unwrap()).unwrap();
            std::fs::write(&p, &a.text).unwrap();
            if a.executable {
                use std::os::unix::fs::PermissionsExt;
                std::fs::set_permissions(&p, std::fs::Permissions::from_mode(0o755)).unwrap();
            }
        }
        println!("{} files", tree.0.len());
        Ok(())
    };
    let mut run = run;
    if let Err(e) = run() {
        eprintln!("{e}");
        std::process::exit(2);
    }
}
