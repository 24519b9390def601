package dev.tarn.access;

/**
 * What a principal may do with a workspace object, by the vendor's names. Which levels an object has, and which includes which,
 * is stated by its {@link ObjectType}; the order here means nothing.
 */
public enum PermissionLevel {
    CAN_VIEW_METADATA,
    CAN_VIEW,
    CAN_READ,
    CAN_QUERY,
    CAN_BIND,
    CAN_CREATE,
    CAN_CREATE_APP,
    CAN_ATTACH_TO,
    CAN_USE,
    CAN_RESTART,
    CAN_RUN,
    CAN_MONITOR_ONLY,
    CAN_MONITOR,
    CAN_EDIT_METADATA,
    CAN_EDIT,
    CAN_MANAGE_RUN,
    CAN_MANAGE_STAGING_VERSIONS,
    CAN_MANAGE_PRODUCTION_VERSIONS,
    CAN_MANAGE,
    IS_OWNER
}
