// Made from the official SDK by ./tarn api-types; a test compares the two. Do not edit.
import { operation } from '../operation';

export interface AzureWorkspaceInfo {
  resource_group?: string;
  subscription_id?: string;
}

export interface CloudResourceContainer {
  gcp?: CustomerFacingGcpCloudResourceContainer;
}

export type CustomerFacingComputeMode = 'HYBRID' | 'SERVERLESS';

export interface CustomerFacingGcpCloudResourceContainer {
  project_id?: string;
}

export type CustomerFacingStorageMode = 'CUSTOMER_HOSTED' | 'DEFAULT_STORAGE';

export interface GcpCommonNetworkConfig {
  gke_cluster_master_ip_range?: string;
  gke_connectivity_type?: GkeConfigConnectivityType;
}

export interface GcpManagedNetworkConfig {
  gke_cluster_pod_ip_range?: string;
  gke_cluster_service_ip_range?: string;
  subnet_cidr?: string;
}

export interface GetWorkspaceRequest {
  workspaceId: number;
}

export interface GkeConfig {
  connectivity_type?: GkeConfigConnectivityType;
  master_ip_range?: string;
}

export type GkeConfigConnectivityType = 'PRIVATE_NODE_PUBLIC_MASTER' | 'PUBLIC_NODE_PUBLIC_MASTER';

export type PricingTier = 'COMMUNITY_EDITION' | 'DEDICATED' | 'ENTERPRISE' | 'PREMIUM' | 'STANDARD' | 'UNKNOWN';

export interface Workspace {
  account_id?: string;
  aws_region?: string;
  azure_workspace_info?: AzureWorkspaceInfo;
  cloud?: string;
  cloud_resource_container?: CloudResourceContainer;
  compute_mode?: CustomerFacingComputeMode;
  creation_time?: number;
  credentials_id?: string;
  custom_tags?: Record<string, string>;
  deployment_name?: string;
  expected_workspace_status?: WorkspaceStatus;
  gcp_managed_network_config?: GcpManagedNetworkConfig;
  gke_config?: GkeConfig;
  location?: string;
  managed_services_customer_managed_key_id?: string;
  network?: WorkspaceNetwork;
  network_connectivity_config_id?: string;
  network_id?: string;
  pricing_tier?: PricingTier;
  private_access_settings_id?: string;
  storage_configuration_id?: string;
  storage_customer_managed_key_id?: string;
  storage_mode?: CustomerFacingStorageMode;
  workspace_id?: number;
  workspace_name?: string;
  workspace_status?: WorkspaceStatus;
  workspace_status_message?: string;
}

export interface WorkspaceNetwork {
  gcp_common_network_config?: GcpCommonNetworkConfig;
  gcp_managed_network_config?: GcpManagedNetworkConfig;
  network_id?: string;
}

export type WorkspaceStatus = 'BANNED' | 'CANCELLING' | 'FAILED' | 'NOT_PROVISIONED' | 'PROVISIONING' | 'RUNNING';

export const workspaces = {
  get: /* @__PURE__ */ operation<GetWorkspaceRequest, Workspace>('GET', '/api/2.0/accounts/{accountId}/workspaces/{workspaceId}', []),
  list: /* @__PURE__ */ operation<void, unknown>('GET', '/api/2.0/accounts/{accountId}/workspaces', []),
};
