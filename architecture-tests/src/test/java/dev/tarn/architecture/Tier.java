package dev.tarn.architecture;

/** The floors of the house, lowest first. A module uses its own floor and those below. */
enum Tier {
    PLATFORM,
    FOUNDATIONS,
    CAPABILITIES,
    APP
}
