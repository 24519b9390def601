package dev.tarn.git.internal;

/**
 * A file of the head that was checked out.
 *
 * @param path in the repository
 * @param name path of its object below the git folder
 * @param preferred the name that it would have if no other file took it
 * @param blob id of its content in the head
 * @param mode as git writes it, such as 0100644
 * @param objectId of the object in the tree
 * @param revision of that object that holds the content of the blob
 */
public record Entry(String path, String name, String preferred, String blob, int mode, long objectId, long revision) {}
