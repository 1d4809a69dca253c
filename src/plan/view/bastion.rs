//! Bastion and the machine behind it: what `az rest` sends, which is what the Bicep says.

use serde_json::{Value as Json, json};

use super::super::names::{Ids, Names};
use super::super::settings::Settings;

/// Azure makes no Linux machine without a key or a password, and people come in by Entra ID. So it is given the public half of
/// a key whose private half does not exist: the hash of [`SENTENCE`], read as a point of the curve. Whoever had the private
/// half would have solved the discrete logarithm.
pub(super) const NOBODYS_KEY: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIO6dUBccBIM4yCSiA/WLDGy1ksnEOWKTkeHPSKYhKotn";

/// What the key is the SHA-256 of.
pub(super) const SENTENCE: &str = "aks-harden: nobody has the private half of this key, 0";

/// The account that Azure wants to be named; nothing can sign in to it.
const ACCOUNT: &str = "unreachable";

/// The image of the jump host; `versions/` says until when it is supported.
const IMAGE: [(&str, &str); 4] =
    [("publisher", "Canonical"), ("offer", "ubuntu-24_04-lts"), ("sku", "server"), ("version", "latest")];

/// What templates see of it as `bastion`.
pub(super) fn bastion(settings: &Settings, names: &Names, ids: &Ids) -> Json {
    let image: serde_json::Map<String, Json> =
        IMAGE.iter().map(|(key, value)| ((*key).into(), (*value).into())).collect();
    let image = Json::Object(image);
    json!({
        "name": names.bastion.host,
        "address": names.bastion.address,
        "jump_host": names.bastion.jump_host,
        "interface": names.bastion.interface,
        "image": image,
        "account": ACCOUNT,
        "key": NOBODYS_KEY,
        "sentence": SENTENCE,
        "ids": {
            "host": host_id(names, ids),
            "jump_host": jump_host_id(names, ids),
            "interface": interface_id(names, ids),
        },
        "host_body": host(settings, names, ids).to_string(),
        "jump_host_body": jump_host(settings, names, ids, image).to_string(),
        "sign_in_body": sign_in(settings).to_string(),
    })
}

pub(super) fn host_id(names: &Names, ids: &Ids) -> String {
    format!("{}/providers/Microsoft.Network/bastionHosts/{}", ids.groups.network, names.bastion.host)
}

pub(super) fn jump_host_id(names: &Names, ids: &Ids) -> String {
    format!("{}/providers/Microsoft.Compute/virtualMachines/{}", ids.groups.cluster, names.bastion.jump_host)
}

pub(super) fn interface_id(names: &Names, ids: &Ids) -> String {
    format!("{}/providers/Microsoft.Network/networkInterfaces/{}", ids.groups.cluster, names.bastion.interface)
}

fn host(settings: &Settings, names: &Names, ids: &Ids) -> Json {
    let address =
        format!("{}/providers/Microsoft.Network/publicIPAddresses/{}", ids.groups.egress, names.bastion.address);
    json!({
        "location": settings.cluster.location,
        "tags": settings.cluster.tags,
        "sku": { "name": settings.access.bastion.sku },
        "properties": {
            "enableTunneling": true,
            "enableIpConnect": false,
            "enableShareableLink": false,
            "ipConfigurations": [{
                "name": "default",
                "properties": {
                    "subnet": { "id": ids.subnets.get("bastion") },
                    "publicIPAddress": { "id": address },
                },
            }],
        },
    })
}

fn jump_host(settings: &Settings, names: &Names, ids: &Ids, image: Json) -> Json {
    json!({
        "location": settings.cluster.location,
        "tags": settings.cluster.tags,
        // What signs people in by Entra ID asks for one. It holds no role.
        "identity": { "type": "SystemAssigned" },
        "properties": {
            "hardwareProfile": { "vmSize": settings.access.bastion.jump_host_size },
            "storageProfile": {
                "imageReference": image,
                "osDisk": {
                    "createOption": "FromImage",
                    "deleteOption": "Delete",
                    "managedDisk": { "storageAccountType": "StandardSSD_LRS" },
                },
            },
            "osProfile": {
                "computerName": names.bastion.jump_host,
                "adminUsername": ACCOUNT,
                "linuxConfiguration": {
                    "disablePasswordAuthentication": true,
                    "ssh": {
                        "publicKeys": [
                            { "path": format!("/home/{ACCOUNT}/.ssh/authorized_keys"), "keyData": NOBODYS_KEY },
                        ],
                    },
                    "patchSettings": {
                        "patchMode": "AutomaticByPlatform",
                        "assessmentMode": "AutomaticByPlatform",
                        "automaticByPlatformSettings": { "rebootSetting": "IfRequired" },
                    },
                },
            },
            "securityProfile": {
                "securityType": "TrustedLaunch",
                "encryptionAtHost": true,
                "uefiSettings": { "secureBootEnabled": true, "vTpmEnabled": true },
            },
            "networkProfile": { "networkInterfaces": [{ "id": interface_id(names, ids) }] },
        },
    })
}

fn sign_in(settings: &Settings) -> Json {
    json!({
        "location": settings.cluster.location,
        "properties": {
            "publisher": "Microsoft.Azure.ActiveDirectory",
            "type": "AADSSHLoginForLinux",
            "typeHandlerVersion": "1.0",
            "autoUpgradeMinorVersion": true,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};

    #[test]
    fn the_key_is_the_hash_of_the_sentence() {
        let text = NOBODYS_KEY.strip_prefix("ssh-ed25519 ").expect("an ed25519 key");
        let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let bits: Vec<u8> = text
            .bytes()
            .map(|c| alphabet.iter().position(|a| *a == c).expect("base64") as u8)
            .flat_map(|six| (0..6).rev().map(move |bit| six >> bit & 1))
            .collect();
        let bytes: Vec<u8> = bits.chunks(8).map(|byte| byte.iter().fold(0, |sum, bit| sum << 1 | bit)).collect();
        assert_eq!(bytes[bytes.len() - 32..], Sha256::digest(SENTENCE)[..]);
        assert_eq!(bytes[..bytes.len() - 32], [&[0, 0, 0, 11], b"ssh-ed25519".as_slice(), &[0, 0, 0, 32]].concat());
    }
}
