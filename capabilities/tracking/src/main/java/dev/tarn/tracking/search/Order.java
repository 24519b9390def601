package dev.tarn.tracking.search;

/** One key of an order. */
public record Order(Entity entity, String key, boolean ascending) {}
