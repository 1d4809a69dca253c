// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// The plan holds for the whole subscription and is billed for every cluster in it.

targetScope = 'subscription'

metadata description = 'Defender for Containers.'

#disable-next-line use-recent-api-versions // The newer version adds nothing of use, and few compilers know it.
resource plan 'Microsoft.Security/pricings@2024-01-01' = {
  name: 'Containers'
  properties: {
    pricingTier: 'Standard' // control: defender-plan
  }
}
