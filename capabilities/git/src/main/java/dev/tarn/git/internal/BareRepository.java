package dev.tarn.git.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.transport.PackParser;

/** A bare clone that takes no object larger than git hosts do themselves, so that no pack can unfold to more than the heap. */
final class BareRepository extends FileRepository {
    /** GitHub's limit of a file; others have none or lower ones. */
    private static final long MOST_OBJECT_BYTES = 100L << 20;

    BareRepository(Path folder) throws IOException {
        super(folder.toFile());
    }

    @Override
    public ObjectInserter newObjectInserter() {
        ObjectInserter inner = super.newObjectInserter();
        return new ObjectInserter.Filter() {
            @Override
            protected ObjectInserter delegate() {
                return inner;
            }

            @Override
            public PackParser newPackParser(InputStream in) throws IOException {
                PackParser parser = super.newPackParser(in);
                parser.setMaxObjectSizeLimit(MOST_OBJECT_BYTES);
                return parser;
            }
        };
    }
}
