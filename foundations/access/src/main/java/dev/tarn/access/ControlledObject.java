package dev.tarn.access;

/** Something of a workspace that has an access control list. */
public interface ControlledObject {
    ObjectType objectType();

    /** Unique among the objects of its type in the workspace. */
    String objectId();
}
