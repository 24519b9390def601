package dev.tarn.cli.bundle.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/**
 * One kind of resource: how it is made, read, changed and deleted. A new kind is one class, listed in {@link Kinds}. What is
 * exchanged is JSON in the words of the bundle format, without {@code grants}, {@code permissions} and {@code lifecycle}.
 */
interface Kind {
    /** Its name below {@code resources}, such as {@code schemas}. */
    String name();

    /** Fields that can be set; others are an error in the bundle. */
    Set<String> fields();

    /** Fields that must be set. */
    Set<String> required();

    /** Fields whose change needs another resource: the old one is deleted, the new one is made. */
    Set<String> fixed();

    /** Makes it and answers its id. */
    String create(Api api, ObjectNode wanted);

    /** What is there now; only fields that a bundle can set count. */
    Optional<JsonNode> read(Api api, String id);

    /** Changes it; answers its id, which a change of name may have changed. */
    String update(Api api, String id, ObjectNode wanted);

    /** Deletes it and what it holds; what is gone already is no error. */
    void delete(Api api, String id);

    /** Whether deleting it deletes data. */
    default boolean holdsData() {
        return false;
    }

    /** How privileges on it are given, if it can have {@code grants}. */
    default Optional<String> securable() {
        return Optional.empty();
    }

    /** Its type in the Permissions API, if it can have {@code permissions} there. */
    default Optional<String> permissionsType() {
        return Optional.empty();
    }
}
