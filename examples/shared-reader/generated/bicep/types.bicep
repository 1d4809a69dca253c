// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// What the modules share: the shape of the settings, and identifiers that Azure fixes.

metadata description = 'Types of the settings, and the identifiers of built-in roles and policies.'

@export()
@description('Built-in roles.')
var roleIds = {
  aksClusterUser: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f'
  aksRbacClusterAdmin: 'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b'
  acrPull: '7f951dda-4ed3-4680-a7ca-43fe172d538d'
  managedIdentityOperator: 'f1a07417-d97a-45cb-824c-7a7467783830'
  reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7'
  diskSnapshotContributor: '7efff54f-a5b4-42b5-a1c5-5411624893ce'
  networkContributor: '4d97b98b-1d4f-4787-a291-c67834d212e7'
}

@export()
@description('Built-in policy definitions.')
var policyIds = {
  // Kubernetes clusters should use internal load balancers
  internalLoadBalancers: '3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e'
  // Not allowed resource types
  notAllowedResourceTypes: '6c112d4e-5bc7-47ae-a041-ea2d9dccd749'
}

@export()
@description('Tags of every resource.')
type tagMap = {
  @description('One tag.')
  *: string
}

@export()
@description('Resource groups: one per lifecycle, so that each can be granted and deleted on its own.')
@sealed()
type groupNames = {
  @description('Virtual network, private endpoints and zones.')
  network: string
  @description('Cluster and identities.')
  cluster: string
  @description('Vault, logs and registry.')
  security: string
  @description('What has a public address: nothing else may have one.')
  egress: string
  @description('Snapshots of disks.')
  snapshots: string
  @description('Node resource group: AKS makes it, and owns what is in it.')
  nodes: string
}

@export()
@description('Subnets that other modules ask for by name.')
@sealed()
type subnetNames = {
  @description('Private endpoints.')
  privateEndpoints: string
}

@export()
@description('A subnet.')
@sealed()
type subnetSettings = {
  @description('Name.')
  name: string
  @description('Address range.')
  range: string
  @description('Network security group; empty for none.')
  securityGroup: string
  @description('Whether what leads out of the subnets of the nodes leads out of this one too.')
  wayOut: bool
  @description('Resource type that it is delegated to; empty for none.')
  delegation: string
  @description('Whether the control plane joins things to it.')
  joined: bool
}

@export()
@description('A rule of a network security group.')
@sealed()
type ruleSettings = {
  @description('Name.')
  name: string
  @description('Why it is there.')
  why: string
  @description('The lowest number counts.')
  @minValue(100)
  @maxValue(4096)
  priority: int
  @description('Direction.')
  direction: 'Inbound' | 'Outbound'
  @description('Whether the traffic passes.')
  access: 'Allow' | 'Deny'
  @description('Protocol.')
  protocol: 'Tcp' | 'Udp' | '*'
  @description('Where it comes from: a service tag, ranges with commas, or *.')
  source: string
  @description('Where it goes.')
  destination: string
  @description('Ports at the destination with commas, or *.')
  port: string
}

@export()
@description('A network security group.')
@sealed()
type securityGroupSettings = {
  @description('Name.')
  name: string
  @description('Its rules; those that others added stay.')
  rules: ruleSettings[]
}

@export()
@description('Identities of the cluster itself.')
@sealed()
type clusterIdentityNames = {
  @description('Control plane.')
  cluster: string
  @description('Kubelet: pulls images.')
  kubelet: string
}

@export()
@description('One value for each service that is reached through a private endpoint.')
@sealed()
type perPrivateService = {
  @description('Key Vault.')
  vault: string
  @description('Container registry.')
  registry: string
}

@export()
@description('Private endpoints.')
@sealed()
type endpointNames = {
  @description('Key Vault.')
  vault: string
  @description('Container registry.')
  registry: string
}

@export()
@description('Policy assignments.')
@sealed()
type policyNames = {
  @description('Refuses public load balancers.')
  internalLoadBalancers: string
  @description('Refuses public IP addresses.')
  publicAddresses: string
}

@export()
@description('Names of all resources, known before anything is deployed.')
@sealed()
type resourceNames = {
  @description('Resource groups.')
  groups: groupNames
  @description('Virtual network.')
  virtualNetwork: string
  @description('Subnets that other modules ask for by name.')
  subnets: subnetNames
  @description('NAT gateway of the node subnets.')
  natGateway: string
  @description('Public address of the NAT gateway.')
  publicAddress: string
  @description('Managed cluster, and prefix of its DNS name.')
  cluster: string
  @description('Identities of the cluster itself.')
  identities: clusterIdentityNames
  @description('Log Analytics workspace.')
  workspace: string
  @description('Key Vault.')
  vault: string
  @description('Container registry.')
  registry: string
  @description('Private DNS zones.')
  zones: perPrivateService
  @description('Links of the zones to the virtual network.')
  zoneLink: string
  @description('Private endpoints.')
  endpoints: endpointNames
  @description('Diagnostic settings.')
  diagnostics: string
  @description('Policy assignments.')
  policies: policyNames
}

@export()
@description('Address ranges and ways out.')
@sealed()
type networkSettings = {
  @description('Address space of the virtual network.')
  addressSpace: string
  @description('Subnets.')
  subnets: subnetSettings[]
  @description('Network security groups.')
  securityGroups: securityGroupSettings[]
  @description('Overlay range of the pods.')
  pods: string
  @description('Range of the cluster addresses of services.')
  services: string
  @description('Address of the cluster DNS, in the range of the services.')
  dnsService: string
  @description('What carries the packets of pods.')
  dataplane: 'azure' | 'cilium'
  @description('Who enforces network policies.')
  policyEngine: 'calico' | 'cilium'
  @description('Kind of NAT gateway: over zones, or in one.')
  natSku: 'Standard' | 'StandardV2'
  @description('Whether subnets keep the implicit way to the Internet that Azure gives.')
  defaultOutboundAccess: bool
}

@export()
@description('Settings of the managed cluster.')
@sealed()
type clusterSettings = {
  @description('Minor version of Kubernetes.')
  kubernetesVersion: string
  @description('Pricing tier of the control plane; Free has no service level agreement.')
  tier: 'Free' | 'Standard' | 'Premium'
  @description('Kubernetes versions that AKS installs by itself.')
  upgradeChannel: 'none' | 'patch' | 'stable' | 'rapid' | 'node-image'
  @description('Updates of the nodes that AKS installs by itself.')
  nodeOsUpgradeChannel: 'None' | 'Unmanaged' | 'SecurityPatch' | 'NodeImage'
  @description('Hours between two runs of the image cleaner.')
  imageCleanerHours: int
  @description('Whether the driver for file shares runs.')
  fileDriver: bool
  @description('How often mounted secrets are read again from the vault.')
  rotationInterval: string
  @description('Whether the node resource group is read-only for everyone but AKS.')
  nodeResourceGroupLockdown: bool
  @description('Whether rights in Kubernetes come from Azure role assignments.')
  azureRbac: bool
  @description('Whether a static administrator certificate exists.')
  localAccounts: bool
  @description('Where the name of the API server stands: system, none, or the id of a zone.')
  privateDnsZone: string
  @description('Whether the private address of the API server is published in public DNS.')
  publicFqdn: bool
  @description('Whether commands can be run in the cluster through Azure Resource Manager.')
  runCommand: bool
}

@export()
@description('A node pool.')
@sealed()
type poolSettings = {
  @description('Name.')
  @minLength(1)
  @maxLength(12)
  name: string
  @description('System pools are for what the cluster itself needs.')
  mode: 'System' | 'User'
  @description('Size of the machines.')
  size: string
  @description('Fewest nodes.')
  min: int
  @description('Most nodes.')
  max: int
  @description('Whether the number of nodes follows what pods need; without it there are always the fewest.')
  autoscaling: bool
  @description('Availability zones.')
  zones: string[]
  @description('Subnet in the virtual network.')
  subnet: string
  @description('Operating system of the nodes.')
  os: 'AzureLinux' | 'AzureContainerLinux' | 'Ubuntu' | 'Ubuntu2404'
  @description('Secure boot and a virtual TPM.')
  trustedLaunch: bool
  @description('Whether pods run in virtual machines of their own.')
  sandboxed: bool
  @description('Modules that FIPS 140 certifies.')
  fips: bool
  @description('Whether the nodes run an SSH server.')
  ssh: bool
  @description('Most processes of a pod; 0 for the limit of AKS.')
  podPids: int
  @description('MB of a log before a new one begins; 0 for the limit of AKS.')
  logMB: int
  @description('Encryption of temporary disks and caches on the host.')
  hostEncryption: bool
  @description('Operating system on the local disk of the host, new with each node.')
  ephemeralOsDisk: bool
  @description('Size of the operating system disk.')
  osDiskGB: int
  @description('Most pods on a node.')
  maxPods: int
  @description('Nodes that an upgrade adds at a time.')
  maxSurge: string
  @description('How long an upgrade waits for the pods of a node to leave.')
  drainTimeoutMinutes: int
  @description('How long an upgrade waits after each node.')
  @minValue(1)
  soakMinutes: int
  @description('Taints, key=value:effect.')
  taints: string[]
  @description('Labels, key=value.')
  labels: string[]
}

@export()
@description('The weekly window in which AKS may upgrade.')
@sealed()
type maintenanceSettings = {
  @description('Day of the week.')
  day: 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday' | 'Sunday'
  @description('Begin, HH:mm.')
  start: string
  @description('Length in hours.')
  hours: int
  @description('Offset of the begin from UTC, +HH:mm or -HH:mm.')
  utcOffset: string
}

@export()
@description('Settings of the vault.')
@sealed()
type vaultSettings = {
  @description('Tier; premium can keep keys in hardware.')
  sku: 'standard' | 'premium'
  @description('Days that something deleted can be recovered.')
  retentionDays: int
  @description('Whether what was deleted cannot be purged before those days are over. Once on, it stays on.')
  purgeProtection: bool
  @description('Whether the vault answers on its public address.')
  publicAccess: bool
}

@export()
@description('Settings of the registry.')
@sealed()
type registrySettings = {
  @description('Whether the registry answers on its public address.')
  publicAccess: bool
  @description('Whether images are kept in several zones.')
  zoneRedundant: bool
  @description('Whether images can be moved out, into another registry.')
  export: bool
  @description('Days that manifests without a tag are kept; 0 keeps them for good.')
  untaggedDays: int
}

@export()
@description('The one way by which disks may be exported.')
@sealed()
type diskAccessSettings = {
  @description('Disk access.')
  name: string
  @description('Private endpoint.')
  endpoint: string
  @description('Private DNS zone.')
  zone: string
}

@export()
@description('Settings of the logs.')
@sealed()
type logSettings = {
  @description('Days that logs are kept.')
  retentionDays: int
  @description('Audit log of the API server: with or without reads.')
  auditCategory: 'kube-audit-admin' | 'kube-audit'
}
