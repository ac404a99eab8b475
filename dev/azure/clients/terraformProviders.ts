/** The providers that the exported Terraform needs. */
export const terraformProviders = `terraform {
  required_providers {
    azurerm = {
      source = "hashicorp/azurerm"
    }
    azapi = {
      source  = "Azure/azapi"
      version = ">= 2"
    }
  }
}
`;
