package dev.tarn.identity;

/** Which principals a list is to hold: SCIM's filter expressions (RFC 7644 §3.4.2.2), as far as the vendor has them. */
public sealed interface PrincipalFilter {
    /** What can be asked about. */
    enum Attribute {
        ID,
        NAME,
        DISPLAY_NAME,
        GIVEN_NAME,
        FAMILY_NAME,
        EMAIL,
        EXTERNAL_ID,
        ACTIVE
    }

    /** How it is compared; texts ignore case, except ids. */
    enum Operator {
        EQ,
        NE,
        CO,
        SW,
        EW,
        PR
    }

    record Comparison(Attribute attribute, Operator operator, String value) implements PrincipalFilter {}

    record And(PrincipalFilter left, PrincipalFilter right) implements PrincipalFilter {}

    record Or(PrincipalFilter left, PrincipalFilter right) implements PrincipalFilter {}

    record Not(PrincipalFilter negated) implements PrincipalFilter {}
}
