package dev.tarn.sql;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An edit.
 *
 * @param name the new name, if it changes
 * @param settings makes the new settings from the present ones
 */
public record WarehouseChange(Optional<String> name, UnaryOperator<WarehouseSettings> settings) {}
