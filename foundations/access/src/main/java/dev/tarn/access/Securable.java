package dev.tarn.access;

/** Something that privileges hang on. This room knows its place in the tree, never what another room keeps there. */
public interface Securable {
    String securableId();

    SecurableType securableType();
}
