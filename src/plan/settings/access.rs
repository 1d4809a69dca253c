//! Who gets in, and how: where the API server is reached, by which name, and by which ways.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::choice::{ApiAccess, BastionSku, Bootstrap, Rights, Standing};
use super::super::kind::{Branch, DnsZone, Folder, Guid, OptionalGuid, PublicRange, Repository, VmSize};

tables! {
    /// Who gets in, and how.
    Access {
        /// The object id of the Entra ID group that administers the cluster.
        admin_group: Guid,
        /// The object id of the Entra ID group for emergencies, which administers the cluster when nobody else can; empty for none.
        break_glass_group: OptionalGuid,
        /// Where the API server is reached.
        api: ApiAccess,
        /// The public ranges that people come from: to a public API server, and to Bastion.
        authorized_ranges: Vec<PublicRange>,
        /// Where the name of the private API server stands: `system` (AKS's own zone), `none`, `own` (a zone of this tree), or the id of a zone elsewhere.
        dns_zone: DnsZone,
        /// Who gives rights in a zone elsewhere, and links it to this network.
        dns_rights: Rights,
        /// How the first manifests reach the API server.
        bootstrap: Bootstrap,
        /// How people come in later, beside run command.
        standing: Vec<Standing>,
        /// Whether the network has a subnet for a runner of yours.
        runner: bool,
        /// Whether rights inside Kubernetes come from Azure role assignments.
        azure_rbac: bool,
        /// Whether the cluster has a static admin account beside Entra ID.
        local_accounts: bool,
        /// Whether the private API server also has a name in public DNS.
        public_fqdn: bool,
        /// Whether `az aks command invoke` stays on.
        run_command: bool,
        /// Azure Bastion, where it is a standing way in.
        bastion: Bastion,
        /// What Flux applies, where `access.bootstrap` is gitops.
        gitops: Gitops,
    }
    /// Azure Bastion, and the machine behind it.
    Bastion {
        /// The tier.
        sku: BastionSku,
        /// Whether there is a machine to hop over; without one, Bastion leads to machines of yours in the network.
        jump_host: bool,
        /// The size of that machine.
        jump_host_size: VmSize,
    }
    /// What Flux applies.
    Gitops {
        /// The repository, readable without a secret.
        url: Repository,
        /// Its branch.
        branch: Branch,
        /// The folder with `kustomization.yaml` in it.
        path: Folder,
    }
}
