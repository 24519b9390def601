package dev.tarn.sql;

import java.util.Optional;

/** The warehouse that a user's sessions begin with. @param warehouseId empty for the one that the user chose last */
public record DefaultWarehouse(String userId, Optional<String> warehouseId) {}
