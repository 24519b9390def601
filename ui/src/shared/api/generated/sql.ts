// Made from the official SDK by ./tarn api-types; a test compares the two. Do not edit.
import { operation } from '../operation';

export interface BaseChunkInfo {
  byte_count?: number;
  chunk_index?: number;
  row_count?: number;
  row_offset?: number;
}

export interface CancelExecutionRequest {
  statementId: string;
}

export interface Channel {
  dbsql_version?: string;
  name?: ChannelName;
}

export interface ChannelInfo {
  dbsql_version?: string;
  name?: ChannelName;
}

export type ChannelName = 'CHANNEL_NAME_CURRENT' | 'CHANNEL_NAME_CUSTOM' | 'CHANNEL_NAME_PREVIEW' | 'CHANNEL_NAME_PREVIOUS';

export interface ColumnInfo {
  name?: string;
  position?: number;
  type_interval_type?: string;
  type_name?: ColumnInfoTypeName;
  type_precision?: number;
  type_scale?: number;
  type_text?: string;
}

export type ColumnInfoTypeName = 'ARRAY' | 'BINARY' | 'BOOLEAN' | 'BYTE' | 'CHAR' | 'DATE' | 'DECIMAL' | 'DOUBLE' | 'FLOAT' | 'INT' | 'INTERVAL' | 'LONG' | 'MAP' | 'NULL' | 'SHORT' | 'STRING' | 'STRUCT' | 'TIMESTAMP' | 'USER_DEFINED_TYPE';

export interface CreateDefaultWarehouseOverrideRequest {
  default_warehouse_override?: DefaultWarehouseOverride;
  default_warehouse_override_id?: string;
}

export interface CreateQueryRequest {
  auto_resolve_display_name?: boolean;
  query?: CreateQueryRequestQuery;
}

export interface CreateQueryRequestQuery {
  apply_auto_limit?: boolean;
  catalog?: string;
  description?: string;
  display_name?: string;
  parameters?: QueryParameter[];
  parent_path?: string;
  query_text?: string;
  run_as_mode?: RunAsMode;
  schema?: string;
  tags?: string[];
  warehouse_id?: string;
}

export interface CreateVisualizationRequest {
  visualization?: CreateVisualizationRequestVisualization;
}

export interface CreateVisualizationRequestVisualization {
  display_name?: string;
  query_id?: string;
  serialized_options?: string;
  serialized_query_plan?: string;
  type?: string;
}

export interface CreateWarehouseRequest {
  auto_stop_mins?: number;
  channel?: Channel;
  cluster_size?: string;
  creator_name?: string;
  enable_photon?: boolean;
  enable_serverless_compute?: boolean;
  instance_profile_arn?: string;
  max_num_clusters?: number;
  min_num_clusters?: number;
  name?: string;
  spot_instance_policy?: SpotInstancePolicy;
  tags?: EndpointTags;
  warehouse_type?: CreateWarehouseRequestWarehouseType;
}

export type CreateWarehouseRequestWarehouseType = 'CLASSIC' | 'PRO' | 'TYPE_UNSPECIFIED';

export interface CreateWarehouseResponse {
  id?: string;
}

export type DatePrecision = 'DAY_PRECISION' | 'MINUTE_PRECISION' | 'SECOND_PRECISION';

export interface DateRange {
  end?: string;
  start?: string;
}

export interface DateRangeValue {
  date_range_value?: DateRange;
  dynamic_date_range_value?: DateRangeValueDynamicDateRange;
  precision?: DatePrecision;
  start_day_of_week?: number;
}

export type DateRangeValueDynamicDateRange = 'LAST_12_MONTHS' | 'LAST_14_DAYS' | 'LAST_24_HOURS' | 'LAST_30_DAYS' | 'LAST_60_DAYS' | 'LAST_7_DAYS' | 'LAST_8_HOURS' | 'LAST_90_DAYS' | 'LAST_HOUR' | 'LAST_MONTH' | 'LAST_WEEK' | 'LAST_YEAR' | 'THIS_MONTH' | 'THIS_WEEK' | 'THIS_YEAR' | 'TODAY' | 'YESTERDAY';

export interface DateValue {
  date_value?: string;
  dynamic_date_value?: DateValueDynamicDate;
  precision?: DatePrecision;
}

export type DateValueDynamicDate = 'NOW' | 'YESTERDAY';

export interface DefaultWarehouseOverride {
  default_warehouse_override_id?: string;
  name?: string;
  type?: DefaultWarehouseOverrideType;
  warehouse_id?: string;
}

export type DefaultWarehouseOverrideType = 'CUSTOM' | 'LAST_SELECTED';

export interface DeleteDefaultWarehouseOverrideRequest {
  name: string;
}

export interface DeleteVisualizationRequest {
  id: string;
}

export interface DeleteWarehouseRequest {
  id: string;
}

export type Disposition = 'EXTERNAL_LINKS' | 'INLINE';

export interface EditWarehouseRequest {
  auto_stop_mins?: number;
  channel?: Channel;
  cluster_size?: string;
  creator_name?: string;
  enable_photon?: boolean;
  enable_serverless_compute?: boolean;
  id: string;
  instance_profile_arn?: string;
  max_num_clusters?: number;
  min_num_clusters?: number;
  name?: string;
  spot_instance_policy?: SpotInstancePolicy;
  tags?: EndpointTags;
  warehouse_type?: EditWarehouseRequestWarehouseType;
}

export type EditWarehouseRequestWarehouseType = 'CLASSIC' | 'PRO' | 'TYPE_UNSPECIFIED';

export interface EndpointConfPair {
  key?: string;
  value?: string;
}

export interface EndpointHealth {
  details?: string;
  failure_reason?: TerminationReason;
  message?: string;
  status?: Status;
  summary?: string;
}

export interface EndpointInfo {
  auto_stop_mins?: number;
  channel?: Channel;
  cluster_size?: string;
  creator_name?: string;
  enable_photon?: boolean;
  enable_serverless_compute?: boolean;
  health?: EndpointHealth;
  id?: string;
  instance_profile_arn?: string;
  jdbc_url?: string;
  max_num_clusters?: number;
  min_num_clusters?: number;
  name?: string;
  num_active_sessions?: number;
  num_clusters?: number;
  odbc_params?: OdbcParams;
  spot_instance_policy?: SpotInstancePolicy;
  state?: State;
  tags?: EndpointTags;
  warehouse_type?: EndpointInfoWarehouseType;
}

export type EndpointInfoWarehouseType = 'CLASSIC' | 'PRO' | 'TYPE_UNSPECIFIED';

export interface EndpointTagPair {
  key?: string;
  value?: string;
}

export interface EndpointTags {
  custom_tags?: EndpointTagPair[];
}

export interface EnumValue {
  enum_options?: string;
  multi_values_options?: MultiValuesOptions;
  values?: string[];
}

export interface ExecuteStatementRequest {
  byte_limit?: number;
  catalog?: string;
  disposition?: Disposition;
  format?: Format;
  on_wait_timeout?: ExecuteStatementRequestOnWaitTimeout;
  parameters?: StatementParameterListItem[];
  query_tags?: QueryTag[];
  row_limit?: number;
  schema?: string;
  statement?: string;
  wait_timeout?: string;
  warehouse_id?: string;
}

export type ExecuteStatementRequestOnWaitTimeout = 'CANCEL' | 'CONTINUE';

export interface ExternalLink {
  byte_count?: number;
  chunk_index?: number;
  expiration?: string;
  external_link?: string;
  http_headers?: Record<string, string>;
  next_chunk_index?: number;
  next_chunk_internal_link?: string;
  row_count?: number;
  row_offset?: number;
}

export interface ExternalQuerySource {
  alert_id?: string;
  dashboard_id?: string;
  genie_space_id?: string;
  job_info?: ExternalQuerySourceJobInfo;
  legacy_dashboard_id?: string;
  notebook_id?: string;
  sql_query_id?: string;
}

export interface ExternalQuerySourceJobInfo {
  job_id?: string;
  job_run_id?: string;
  job_task_run_id?: string;
}

export type Format = 'ARROW_STREAM' | 'CSV' | 'JSON_ARRAY';

export interface GetDefaultWarehouseOverrideRequest {
  name: string;
}

export interface GetQueryRequest {
  id: string;
}

export interface GetStatementRequest {
  statementId: string;
}

export interface GetStatementResultChunkNRequest {
  chunkIndex: number;
  statementId: string;
}

export interface GetWarehousePermissionLevelsRequest {
  warehouseId: string;
}

export interface GetWarehousePermissionLevelsResponse {
  permission_levels?: WarehousePermissionsDescription[];
}

export interface GetWarehousePermissionsRequest {
  warehouseId: string;
}

export interface GetWarehouseRequest {
  id: string;
}

export interface GetWarehouseResponse {
  auto_stop_mins?: number;
  channel?: Channel;
  cluster_size?: string;
  creator_name?: string;
  enable_photon?: boolean;
  enable_serverless_compute?: boolean;
  health?: EndpointHealth;
  id?: string;
  instance_profile_arn?: string;
  jdbc_url?: string;
  max_num_clusters?: number;
  min_num_clusters?: number;
  name?: string;
  num_active_sessions?: number;
  num_clusters?: number;
  odbc_params?: OdbcParams;
  spot_instance_policy?: SpotInstancePolicy;
  state?: State;
  tags?: EndpointTags;
  warehouse_type?: GetWarehouseResponseWarehouseType;
}

export type GetWarehouseResponseWarehouseType = 'CLASSIC' | 'PRO' | 'TYPE_UNSPECIFIED';

export interface GetWorkspaceWarehouseConfigResponse {
  channel?: Channel;
  config_param?: RepeatedEndpointConfPairs;
  data_access_config?: EndpointConfPair[];
  enable_serverless_compute?: boolean;
  enabled_warehouse_types?: WarehouseTypePair[];
  global_param?: RepeatedEndpointConfPairs;
  google_service_account?: string;
  instance_profile_arn?: string;
  security_policy?: GetWorkspaceWarehouseConfigResponseSecurityPolicy;
  sql_configuration_parameters?: RepeatedEndpointConfPairs;
}

export type GetWorkspaceWarehouseConfigResponseSecurityPolicy = 'DATA_ACCESS_CONTROL' | 'NONE' | 'PASSTHROUGH';

export type LifecycleState = 'ACTIVE' | 'TRASHED';

export interface ListDefaultWarehouseOverridesRequest {
  page_size?: number;
  page_token?: string;
}

export interface ListDefaultWarehouseOverridesResponse {
  default_warehouse_overrides?: DefaultWarehouseOverride[];
  next_page_token?: string;
}

export interface ListQueriesRequest {
  page_size?: number;
  page_token?: string;
}

export interface ListQueriesResponse {
  has_next_page?: boolean;
  next_page_token?: string;
  res?: QueryInfo[];
}

export interface ListQueryHistoryRequest {
  filter_by?: QueryFilter;
  include_metrics?: boolean;
  max_results?: number;
  page_token?: string;
}

export interface ListQueryObjectsResponse {
  next_page_token?: string;
  results?: ListQueryObjectsResponseQuery[];
}

export interface ListQueryObjectsResponseQuery {
  apply_auto_limit?: boolean;
  catalog?: string;
  create_time?: string;
  description?: string;
  display_name?: string;
  id?: string;
  last_modifier_user_name?: string;
  lifecycle_state?: LifecycleState;
  owner_user_name?: string;
  parameters?: QueryParameter[];
  query_text?: string;
  run_as_mode?: RunAsMode;
  schema?: string;
  tags?: string[];
  update_time?: string;
  warehouse_id?: string;
}

export interface ListVisualizationsForQueryRequest {
  id: string;
  page_size?: number;
  page_token?: string;
}

export interface ListVisualizationsForQueryResponse {
  next_page_token?: string;
  results?: Visualization[];
}

export interface ListWarehousesRequest {
  page_size?: number;
  page_token?: string;
  run_as_user_id?: number;
}

export interface ListWarehousesResponse {
  next_page_token?: string;
  warehouses?: EndpointInfo[];
}

export interface MultiValuesOptions {
  prefix?: string;
  separator?: string;
  suffix?: string;
}

export interface NumericValue {
  value?: number;
}

export interface OdbcParams {
  hostname?: string;
  path?: string;
  port?: number;
  protocol?: string;
}

export type PlansState = 'EMPTY' | 'EXISTS' | 'IGNORED_LARGE_PLANS_SIZE' | 'IGNORED_SMALL_DURATION' | 'IGNORED_SPARK_PLAN_TYPE' | 'UNKNOWN';

export interface Query {
  apply_auto_limit?: boolean;
  catalog?: string;
  create_time?: string;
  description?: string;
  display_name?: string;
  id?: string;
  last_modifier_user_name?: string;
  lifecycle_state?: LifecycleState;
  owner_user_name?: string;
  parameters?: QueryParameter[];
  parent_path?: string;
  query_text?: string;
  run_as_mode?: RunAsMode;
  schema?: string;
  tags?: string[];
  update_time?: string;
  warehouse_id?: string;
}

export interface QueryBackedValue {
  multi_values_options?: MultiValuesOptions;
  query_id?: string;
  values?: string[];
}

export interface QueryFilter {
  query_start_time_range?: TimeRange;
  statement_ids?: string[];
  statuses?: QueryStatus[];
  user_ids?: number[];
  warehouse_ids?: string[];
}

export interface QueryInfo {
  cache_query_id?: string;
  channel_used?: ChannelInfo;
  client_application?: string;
  duration?: number;
  endpoint_id?: string;
  error_message?: string;
  executed_as_user_id?: number;
  executed_as_user_name?: string;
  execution_end_time_ms?: number;
  is_final?: boolean;
  lookup_key?: string;
  metrics?: QueryMetrics;
  plans_state?: PlansState;
  query_end_time_ms?: number;
  query_id?: string;
  query_source?: ExternalQuerySource;
  query_start_time_ms?: number;
  query_tags?: QueryTag[];
  query_text?: string;
  rows_produced?: number;
  session_id?: string;
  spark_ui_url?: string;
  statement_type?: QueryStatementType;
  status?: QueryStatus;
  user_id?: number;
  user_name?: string;
  warehouse_id?: string;
}

export interface QueryMetrics {
  compilation_time_ms?: number;
  execution_time_ms?: number;
  network_sent_bytes?: number;
  overloading_queue_start_timestamp?: number;
  photon_total_time_ms?: number;
  projected_remaining_task_total_time_ms?: number;
  projected_remaining_wallclock_time_ms?: number;
  provisioning_queue_start_timestamp?: number;
  pruned_bytes?: number;
  pruned_files_count?: number;
  query_compilation_start_timestamp?: number;
  read_bytes?: number;
  read_cache_bytes?: number;
  read_files_bytes?: number;
  read_files_count?: number;
  read_partitions_count?: number;
  read_remote_bytes?: number;
  remaining_task_count?: number;
  result_fetch_time_ms?: number;
  result_from_cache?: boolean;
  rows_produced_count?: number;
  rows_read_count?: number;
  runnable_tasks?: number;
  spill_to_disk_bytes?: number;
  task_time_over_time_range?: TaskTimeOverRange;
  task_total_time_ms?: number;
  total_time_ms?: number;
  work_to_be_done?: number;
  write_remote_bytes?: number;
}

export interface QueryParameter {
  date_range_value?: DateRangeValue;
  date_value?: DateValue;
  enum_value?: EnumValue;
  name?: string;
  numeric_value?: NumericValue;
  query_backed_value?: QueryBackedValue;
  text_value?: TextValue;
  title?: string;
}

export type QueryStatementType = 'ALTER' | 'ANALYZE' | 'COPY' | 'CREATE' | 'DELETE' | 'DESCRIBE' | 'DROP' | 'EXPLAIN' | 'GRANT' | 'INSERT' | 'MERGE' | 'OPTIMIZE' | 'OTHER' | 'REFRESH' | 'REPLACE' | 'REVOKE' | 'SELECT' | 'SET' | 'SHOW' | 'TRUNCATE' | 'UPDATE' | 'USE';

export type QueryStatus = 'CANCELED' | 'COMPILED' | 'COMPILING' | 'FAILED' | 'FINISHED' | 'QUEUED' | 'RUNNING' | 'STARTED';

export interface QueryTag {
  key?: string;
  value?: string;
}

export interface RepeatedEndpointConfPairs {
  config_pair?: EndpointConfPair[];
  configuration_pairs?: EndpointConfPair[];
}

export interface ResultData {
  byte_count?: number;
  chunk_index?: number;
  data_array?: string[][];
  external_links?: ExternalLink[];
  next_chunk_index?: number;
  next_chunk_internal_link?: string;
  row_count?: number;
  row_offset?: number;
}

export interface ResultManifest {
  chunks?: BaseChunkInfo[];
  format?: Format;
  schema?: ResultSchema;
  total_byte_count?: number;
  total_chunk_count?: number;
  total_row_count?: number;
  truncated?: boolean;
}

export interface ResultSchema {
  column_count?: number;
  columns?: ColumnInfo[];
}

export type RunAsMode = 'OWNER' | 'VIEWER';

export interface ServiceError {
  error_code?: ServiceErrorCode;
  message?: string;
}

export type ServiceErrorCode = 'ABORTED' | 'ALREADY_EXISTS' | 'BAD_REQUEST' | 'CANCELLED' | 'DEADLINE_EXCEEDED' | 'INTERNAL_ERROR' | 'IO_ERROR' | 'NOT_FOUND' | 'RESOURCE_EXHAUSTED' | 'SERVICE_UNDER_MAINTENANCE' | 'TEMPORARILY_UNAVAILABLE' | 'UNAUTHENTICATED' | 'UNKNOWN' | 'WORKSPACE_TEMPORARILY_UNAVAILABLE';

export interface SetWorkspaceWarehouseConfigRequest {
  channel?: Channel;
  config_param?: RepeatedEndpointConfPairs;
  data_access_config?: EndpointConfPair[];
  enable_serverless_compute?: boolean;
  enabled_warehouse_types?: WarehouseTypePair[];
  global_param?: RepeatedEndpointConfPairs;
  google_service_account?: string;
  instance_profile_arn?: string;
  security_policy?: SetWorkspaceWarehouseConfigRequestSecurityPolicy;
  sql_configuration_parameters?: RepeatedEndpointConfPairs;
}

export type SetWorkspaceWarehouseConfigRequestSecurityPolicy = 'DATA_ACCESS_CONTROL' | 'NONE' | 'PASSTHROUGH';

export type SpotInstancePolicy = 'COST_OPTIMIZED' | 'POLICY_UNSPECIFIED' | 'RELIABILITY_OPTIMIZED';

export interface StartRequest {
  id: string;
}

export type State = 'DELETED' | 'DELETING' | 'RUNNING' | 'STARTING' | 'STOPPED' | 'STOPPING';

export interface StatementParameterListItem {
  name?: string;
  type?: string;
  value?: string;
}

export interface StatementResponse {
  manifest?: ResultManifest;
  result?: ResultData;
  statement_id?: string;
  status?: StatementStatus;
}

export type StatementState = 'CANCELED' | 'CLOSED' | 'FAILED' | 'PENDING' | 'RUNNING' | 'SUCCEEDED';

export interface StatementStatus {
  error?: ServiceError;
  sql_state?: string;
  state?: StatementState;
}

export type Status = 'DEGRADED' | 'FAILED' | 'HEALTHY';

export interface StopRequest {
  id: string;
}

export interface TaskTimeOverRange {
  entries?: TaskTimeOverRangeEntry[];
  interval?: number;
}

export interface TaskTimeOverRangeEntry {
  task_completed_time_ms?: number;
}

export interface TerminationReason {
  code?: TerminationReasonCode;
  parameters?: Record<string, string>;
  type?: TerminationReasonType;
}

export type TerminationReasonCode = 'ABUSE_DETECTED' | 'ACCESS_TOKEN_FAILURE' | 'ALLOCATION_TIMEOUT' | 'ALLOCATION_TIMEOUT_NODE_DAEMON_NOT_READY' | 'ALLOCATION_TIMEOUT_NO_HEALTHY_AND_WARMED_UP_CLUSTERS' | 'ALLOCATION_TIMEOUT_NO_HEALTHY_CLUSTERS' | 'ALLOCATION_TIMEOUT_NO_MATCHED_CLUSTERS' | 'ALLOCATION_TIMEOUT_NO_READY_CLUSTERS' | 'ALLOCATION_TIMEOUT_NO_UNALLOCATED_CLUSTERS' | 'ALLOCATION_TIMEOUT_NO_WARMED_UP_CLUSTERS' | 'ATTACH_PROJECT_FAILURE' | 'AWS_AUTHORIZATION_FAILURE' | 'AWS_INACCESSIBLE_KMS_KEY_FAILURE' | 'AWS_INSTANCE_PROFILE_UPDATE_FAILURE' | 'AWS_INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET_FAILURE' | 'AWS_INSUFFICIENT_INSTANCE_CAPACITY_FAILURE' | 'AWS_INVALID_KEY_PAIR' | 'AWS_INVALID_KMS_KEY_STATE' | 'AWS_MAX_SPOT_INSTANCE_COUNT_EXCEEDED_FAILURE' | 'AWS_REQUEST_LIMIT_EXCEEDED' | 'AWS_RESOURCE_QUOTA_EXCEEDED' | 'AWS_UNSUPPORTED_FAILURE' | 'AZURE_BYOK_KEY_PERMISSION_FAILURE' | 'AZURE_EPHEMERAL_DISK_FAILURE' | 'AZURE_INVALID_DEPLOYMENT_TEMPLATE' | 'AZURE_OPERATION_NOT_ALLOWED_EXCEPTION' | 'AZURE_PACKED_DEPLOYMENT_PARTIAL_FAILURE' | 'AZURE_QUOTA_EXCEEDED_EXCEPTION' | 'AZURE_RESOURCE_MANAGER_THROTTLING' | 'AZURE_RESOURCE_PROVIDER_THROTTLING' | 'AZURE_UNEXPECTED_DEPLOYMENT_TEMPLATE_FAILURE' | 'AZURE_VM_EXTENSION_FAILURE' | 'AZURE_VNET_CONFIGURATION_FAILURE' | 'BOOTSTRAP_TIMEOUT' | 'BOOTSTRAP_TIMEOUT_CLOUD_PROVIDER_EXCEPTION' | 'BOOTSTRAP_TIMEOUT_DUE_TO_MISCONFIG' | 'BUDGET_POLICY_LIMIT_ENFORCEMENT_ACTIVATED' | 'BUDGET_POLICY_RESOLUTION_FAILURE' | 'CLOUD_ACCOUNT_POD_QUOTA_EXCEEDED' | 'CLOUD_ACCOUNT_SETUP_FAILURE' | 'CLOUD_OPERATION_CANCELLED' | 'CLOUD_PROVIDER_DISK_SETUP_FAILURE' | 'CLOUD_PROVIDER_INSTANCE_NOT_LAUNCHED' | 'CLOUD_PROVIDER_LAUNCH_FAILURE' | 'CLOUD_PROVIDER_LAUNCH_FAILURE_DUE_TO_MISCONFIG' | 'CLOUD_PROVIDER_RESOURCE_STOCKOUT' | 'CLOUD_PROVIDER_RESOURCE_STOCKOUT_DUE_TO_MISCONFIG' | 'CLOUD_PROVIDER_SHUTDOWN' | 'CLUSTER_OPERATION_THROTTLED' | 'CLUSTER_OPERATION_TIMEOUT' | 'COMMUNICATION_LOST' | 'CONTAINER_LAUNCH_FAILURE' | 'CONTROL_PLANE_CONNECTION_FAILURE' | 'CONTROL_PLANE_CONNECTION_FAILURE_DUE_TO_MISCONFIG' | 'CONTROL_PLANE_REQUEST_FAILURE' | 'CONTROL_PLANE_REQUEST_FAILURE_DUE_TO_MISCONFIG' | 'DATABASE_CONNECTION_FAILURE' | 'DATA_ACCESS_CONFIG_CHANGED' | 'DBFS_COMPONENT_UNHEALTHY' | 'DBR_IMAGE_RESOLUTION_FAILURE' | 'DISASTER_RECOVERY_REPLICATION' | 'DNS_RESOLUTION_ERROR' | 'DOCKER_CONTAINER_CREATION_EXCEPTION' | 'DOCKER_IMAGE_PULL_FAILURE' | 'DOCKER_IMAGE_TOO_LARGE_FOR_INSTANCE_EXCEPTION' | 'DOCKER_INVALID_OS_EXCEPTION' | 'DRIVER_EVICTION' | 'DRIVER_LAUNCH_TIMEOUT' | 'DRIVER_NODE_UNREACHABLE' | 'DRIVER_OUT_OF_DISK' | 'DRIVER_OUT_OF_MEMORY' | 'DRIVER_POD_CREATION_FAILURE' | 'DRIVER_UNEXPECTED_FAILURE' | 'DRIVER_UNHEALTHY' | 'DRIVER_UNREACHABLE' | 'DRIVER_UNRESPONSIVE' | 'DYNAMIC_SPARK_CONF_SIZE_EXCEEDED' | 'EOS_SPARK_IMAGE' | 'EXECUTION_COMPONENT_UNHEALTHY' | 'EXECUTOR_POD_UNSCHEDULED' | 'GCP_API_RATE_QUOTA_EXCEEDED' | 'GCP_DENIED_BY_ORG_POLICY' | 'GCP_FORBIDDEN' | 'GCP_IAM_TIMEOUT' | 'GCP_INACCESSIBLE_KMS_KEY_FAILURE' | 'GCP_INSUFFICIENT_CAPACITY' | 'GCP_IP_SPACE_EXHAUSTED' | 'GCP_KMS_KEY_PERMISSION_DENIED' | 'GCP_NOT_FOUND' | 'GCP_QUOTA_EXCEEDED' | 'GCP_RESOURCE_QUOTA_EXCEEDED' | 'GCP_SERVICE_ACCOUNT_ACCESS_DENIED' | 'GCP_SERVICE_ACCOUNT_DELETED' | 'GCP_SERVICE_ACCOUNT_NOT_FOUND' | 'GCP_SUBNET_NOT_READY' | 'GCP_TRUSTED_IMAGE_PROJECTS_VIOLATED' | 'GKE_BASED_CLUSTER_TERMINATION' | 'GLOBAL_INIT_SCRIPT_FAILURE' | 'HIVEMETASTORE_CONNECTIVITY_FAILURE' | 'HIVE_METASTORE_PROVISIONING_FAILURE' | 'IMAGE_PULL_PERMISSION_DENIED' | 'INACTIVITY' | 'INIT_CONTAINER_NOT_FINISHED' | 'INIT_SCRIPT_FAILURE' | 'INSTANCE_POOL_CLUSTER_FAILURE' | 'INSTANCE_POOL_MAX_CAPACITY_REACHED' | 'INSTANCE_POOL_NOT_FOUND' | 'INSTANCE_UNREACHABLE' | 'INSTANCE_UNREACHABLE_DUE_TO_MISCONFIG' | 'INTERNAL_CAPACITY_FAILURE' | 'INTERNAL_ERROR' | 'INVALID_ARGUMENT' | 'INVALID_AWS_PARAMETER' | 'INVALID_INSTANCE_PLACEMENT_PROTOCOL' | 'INVALID_SPARK_IMAGE' | 'INVALID_WORKER_IMAGE_FAILURE' | 'IN_PENALTY_BOX' | 'IP_EXHAUSTION_FAILURE' | 'JOB_FINISHED' | 'K8S_ACTIVE_POD_QUOTA_EXCEEDED' | 'K8S_AUTOSCALING_FAILURE' | 'K8S_DBR_CLUSTER_LAUNCH_TIMEOUT' | 'LAZY_ALLOCATION_TIMEOUT' | 'MAINTENANCE_MODE' | 'METASTORE_COMPONENT_UNHEALTHY' | 'MTLS_PORT_CONNECTIVITY_FAILURE' | 'NEPHOS_RESOURCE_MANAGEMENT' | 'NETVISOR_SETUP_TIMEOUT' | 'NETWORK_CHECK_CONTROL_PLANE_FAILURE' | 'NETWORK_CHECK_CONTROL_PLANE_FAILURE_DUE_TO_MISCONFIG' | 'NETWORK_CHECK_DNS_SERVER_FAILURE' | 'NETWORK_CHECK_DNS_SERVER_FAILURE_DUE_TO_MISCONFIG' | 'NETWORK_CHECK_METADATA_ENDPOINT_FAILURE' | 'NETWORK_CHECK_METADATA_ENDPOINT_FAILURE_DUE_TO_MISCONFIG' | 'NETWORK_CHECK_MULTIPLE_COMPONENTS_FAILURE' | 'NETWORK_CHECK_MULTIPLE_COMPONENTS_FAILURE_DUE_TO_MISCONFIG' | 'NETWORK_CHECK_NIC_FAILURE' | 'NETWORK_CHECK_NIC_FAILURE_DUE_TO_MISCONFIG' | 'NETWORK_CHECK_STORAGE_FAILURE' | 'NETWORK_CHECK_STORAGE_FAILURE_DUE_TO_MISCONFIG' | 'NETWORK_CONFIGURATION_FAILURE' | 'NFS_MOUNT_FAILURE' | 'NO_MATCHED_K8S' | 'NO_MATCHED_K8S_TESTING_TAG' | 'NPIP_TUNNEL_SETUP_FAILURE' | 'NPIP_TUNNEL_TOKEN_FAILURE' | 'POD_ASSIGNMENT_FAILURE' | 'POD_SCHEDULING_FAILURE' | 'RATE_LIMITED' | 'REQUEST_REJECTED' | 'REQUEST_THROTTLED' | 'RESOURCE_USAGE_BLOCKED' | 'SECRET_CREATION_FAILURE' | 'SECRET_PERMISSION_DENIED' | 'SECRET_RESOLUTION_ERROR' | 'SECURITY_DAEMON_REGISTRATION_EXCEPTION' | 'SELF_BOOTSTRAP_FAILURE' | 'SERVERLESS_LONG_RUNNING_TERMINATED' | 'SKIPPED_SLOW_NODES' | 'SLOW_IMAGE_DOWNLOAD' | 'SPARK_ERROR' | 'SPARK_IMAGE_DOWNLOAD_FAILURE' | 'SPARK_IMAGE_DOWNLOAD_THROTTLED' | 'SPARK_IMAGE_NOT_FOUND' | 'SPARK_STARTUP_FAILURE' | 'SPOT_INSTANCE_TERMINATION' | 'SSH_BOOTSTRAP_FAILURE' | 'STORAGE_DOWNLOAD_FAILURE' | 'STORAGE_DOWNLOAD_FAILURE_DUE_TO_MISCONFIG' | 'STORAGE_DOWNLOAD_FAILURE_SLOW' | 'STORAGE_DOWNLOAD_FAILURE_THROTTLED' | 'STS_CLIENT_SETUP_FAILURE' | 'SUBNET_EXHAUSTED_FAILURE' | 'TEMPORARILY_UNAVAILABLE' | 'TRIAL_EXPIRED' | 'UNEXPECTED_LAUNCH_FAILURE' | 'UNEXPECTED_POD_RECREATION' | 'UNKNOWN' | 'UNSUPPORTED_INSTANCE_TYPE' | 'UPDATE_INSTANCE_PROFILE_FAILURE' | 'USAGE_POLICY_ENTITLEMENT_DENIED' | 'USER_INITIATED_VM_TERMINATION' | 'USER_REQUEST' | 'WORKER_SETUP_FAILURE' | 'WORKSPACE_CANCELLED_ERROR' | 'WORKSPACE_CONFIGURATION_ERROR' | 'WORKSPACE_UPDATE';

export type TerminationReasonType = 'CLIENT_ERROR' | 'CLOUD_FAILURE' | 'SERVICE_FAULT' | 'SUCCESS';

export interface TextValue {
  value?: string;
}

export interface TimeRange {
  end_time_ms?: number;
  start_time_ms?: number;
}

export interface TrashQueryRequest {
  id: string;
}

export interface UpdateDefaultWarehouseOverrideRequest {
  allow_missing?: boolean;
  default_warehouse_override?: DefaultWarehouseOverride;
  name: string;
  update_mask?: string;
}

export interface UpdateQueryRequest {
  auto_resolve_display_name?: boolean;
  id: string;
  query?: UpdateQueryRequestQuery;
  update_mask?: string;
}

export interface UpdateQueryRequestQuery {
  apply_auto_limit?: boolean;
  catalog?: string;
  description?: string;
  display_name?: string;
  owner_user_name?: string;
  parameters?: QueryParameter[];
  query_text?: string;
  run_as_mode?: RunAsMode;
  schema?: string;
  tags?: string[];
  warehouse_id?: string;
}

export interface UpdateVisualizationRequest {
  id: string;
  update_mask?: string;
  visualization?: UpdateVisualizationRequestVisualization;
}

export interface UpdateVisualizationRequestVisualization {
  display_name?: string;
  serialized_options?: string;
  serialized_query_plan?: string;
  type?: string;
}

export interface Visualization {
  create_time?: string;
  display_name?: string;
  id?: string;
  query_id?: string;
  serialized_options?: string;
  serialized_query_plan?: string;
  type?: string;
  update_time?: string;
}

export interface WarehouseAccessControlRequest {
  group_name?: string;
  permission_level?: WarehousePermissionLevel;
  service_principal_name?: string;
  user_name?: string;
}

export interface WarehouseAccessControlResponse {
  all_permissions?: WarehousePermission[];
  display_name?: string;
  group_name?: string;
  service_principal_name?: string;
  user_name?: string;
}

export interface WarehousePermission {
  inherited?: boolean;
  inherited_from_object?: string[];
  permission_level?: WarehousePermissionLevel;
}

export type WarehousePermissionLevel = 'CAN_MANAGE' | 'CAN_MONITOR' | 'CAN_USE' | 'CAN_VIEW' | 'IS_OWNER';

export interface WarehousePermissions {
  access_control_list?: WarehouseAccessControlResponse[];
  object_id?: string;
  object_type?: string;
}

export interface WarehousePermissionsDescription {
  description?: string;
  permission_level?: WarehousePermissionLevel;
}

export interface WarehousePermissionsRequest {
  access_control_list?: WarehouseAccessControlRequest[];
  warehouseId: string;
}

export interface WarehouseTypePair {
  enabled?: boolean;
  warehouse_type?: WarehouseTypePairWarehouseType;
}

export type WarehouseTypePairWarehouseType = 'CLASSIC' | 'PRO' | 'TYPE_UNSPECIFIED';

export const dataSources = {
  list: /* @__PURE__ */ operation<void, unknown>('GET', '/api/2.0/preview/sql/data_sources', []),
};

export const queries = {
  create: /* @__PURE__ */ operation<CreateQueryRequest, Query>('POST', '/api/2.0/sql/queries', []),
  delete: /* @__PURE__ */ operation<TrashQueryRequest, void>('DELETE', '/api/2.0/sql/queries/{id}', []),
  get: /* @__PURE__ */ operation<GetQueryRequest, Query>('GET', '/api/2.0/sql/queries/{id}', []),
  list: /* @__PURE__ */ operation<ListQueriesRequest, ListQueryObjectsResponse>('GET', '/api/2.0/sql/queries', ['page_size', 'page_token']),
  listVisualizations: /* @__PURE__ */ operation<ListVisualizationsForQueryRequest, ListVisualizationsForQueryResponse>('GET', '/api/2.0/sql/queries/{id}/visualizations', ['page_size', 'page_token']),
  update: /* @__PURE__ */ operation<UpdateQueryRequest, Query>('PATCH', '/api/2.0/sql/queries/{id}', []),
};

export const queryHistory = {
  list: /* @__PURE__ */ operation<ListQueryHistoryRequest, ListQueriesResponse>('GET', '/api/2.0/sql/history/queries', ['filter_by', 'include_metrics', 'max_results', 'page_token']),
};

export const queryVisualizations = {
  create: /* @__PURE__ */ operation<CreateVisualizationRequest, Visualization>('POST', '/api/2.0/sql/visualizations', []),
  delete: /* @__PURE__ */ operation<DeleteVisualizationRequest, void>('DELETE', '/api/2.0/sql/visualizations/{id}', []),
  update: /* @__PURE__ */ operation<UpdateVisualizationRequest, Visualization>('PATCH', '/api/2.0/sql/visualizations/{id}', []),
};

export const statementExecution = {
  cancelExecution: /* @__PURE__ */ operation<CancelExecutionRequest, void>('POST', '/api/2.0/sql/statements/{statementId}/cancel', []),
  executeStatement: /* @__PURE__ */ operation<ExecuteStatementRequest, StatementResponse>('POST', '/api/2.0/sql/statements', []),
  getStatement: /* @__PURE__ */ operation<GetStatementRequest, StatementResponse>('GET', '/api/2.0/sql/statements/{statementId}', []),
  getStatementResultChunkN: /* @__PURE__ */ operation<GetStatementResultChunkNRequest, ResultData>('GET', '/api/2.0/sql/statements/{statementId}/result/chunks/{chunkIndex}', []),
};

export const warehouses = {
  create: /* @__PURE__ */ operation<CreateWarehouseRequest, CreateWarehouseResponse>('POST', '/api/2.0/sql/warehouses', []),
  createDefaultWarehouseOverride: /* @__PURE__ */ operation<CreateDefaultWarehouseOverrideRequest, DefaultWarehouseOverride>('POST', '/api/warehouses/v1/default-warehouse-overrides', ['default_warehouse_override_id'], 'default_warehouse_override'),
  delete: /* @__PURE__ */ operation<DeleteWarehouseRequest, void>('DELETE', '/api/2.0/sql/warehouses/{id}', []),
  deleteDefaultWarehouseOverride: /* @__PURE__ */ operation<DeleteDefaultWarehouseOverrideRequest, void>('DELETE', '/api/warehouses/v1/{name}', []),
  edit: /* @__PURE__ */ operation<EditWarehouseRequest, void>('POST', '/api/2.0/sql/warehouses/{id}/edit', []),
  get: /* @__PURE__ */ operation<GetWarehouseRequest, GetWarehouseResponse>('GET', '/api/2.0/sql/warehouses/{id}', []),
  getDefaultWarehouseOverride: /* @__PURE__ */ operation<GetDefaultWarehouseOverrideRequest, DefaultWarehouseOverride>('GET', '/api/warehouses/v1/{name}', []),
  getPermissionLevels: /* @__PURE__ */ operation<GetWarehousePermissionLevelsRequest, GetWarehousePermissionLevelsResponse>('GET', '/api/2.0/permissions/warehouses/{warehouseId}/permissionLevels', []),
  getPermissions: /* @__PURE__ */ operation<GetWarehousePermissionsRequest, WarehousePermissions>('GET', '/api/2.0/permissions/warehouses/{warehouseId}', []),
  getWorkspaceWarehouseConfig: /* @__PURE__ */ operation<void, GetWorkspaceWarehouseConfigResponse>('GET', '/api/2.0/sql/config/warehouses', []),
  list: /* @__PURE__ */ operation<ListWarehousesRequest, ListWarehousesResponse>('GET', '/api/2.0/sql/warehouses', ['page_size', 'page_token', 'run_as_user_id']),
  listDefaultWarehouseOverrides: /* @__PURE__ */ operation<ListDefaultWarehouseOverridesRequest, ListDefaultWarehouseOverridesResponse>('GET', '/api/warehouses/v1/default-warehouse-overrides', ['page_size', 'page_token']),
  setPermissions: /* @__PURE__ */ operation<WarehousePermissionsRequest, WarehousePermissions>('PUT', '/api/2.0/permissions/warehouses/{warehouseId}', []),
  setWorkspaceWarehouseConfig: /* @__PURE__ */ operation<SetWorkspaceWarehouseConfigRequest, void>('PUT', '/api/2.0/sql/config/warehouses', []),
  start: /* @__PURE__ */ operation<StartRequest, void>('POST', '/api/2.0/sql/warehouses/{id}/start', []),
  stop: /* @__PURE__ */ operation<StopRequest, void>('POST', '/api/2.0/sql/warehouses/{id}/stop', []),
  updateDefaultWarehouseOverride: /* @__PURE__ */ operation<UpdateDefaultWarehouseOverrideRequest, DefaultWarehouseOverride>('PATCH', '/api/warehouses/v1/{name}', ['allow_missing', 'update_mask'], 'default_warehouse_override'),
  updatePermissions: /* @__PURE__ */ operation<WarehousePermissionsRequest, WarehousePermissions>('PATCH', '/api/2.0/permissions/warehouses/{warehouseId}', []),
};
