package dev.tarn.identity;

import java.util.List;
import java.util.Optional;

/**
 * What a principal is to become.
 *
 * @param members ids of a group's members; empty leaves them as they are
 */
public record PrincipalDraft(Profile profile, Optional<List<String>> members) {
    public PrincipalDraft(Profile profile) {
        this(profile, Optional.empty());
    }
}
