package dev.tarn.engine.spark.catalog;

import java.net.URI;
import org.apache.hadoop.fs.Path;

/** Locations as statements write them. */
final class Places {
    private Places() {}

    /** A URI of a location that may hold characters which URIs must escape. */
    static URI uri(String location) {
        return new Path(location).toUri();
    }
}
