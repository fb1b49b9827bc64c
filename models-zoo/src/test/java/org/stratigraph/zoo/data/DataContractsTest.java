package org.stratigraph.zoo.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.catalog.Discovered;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.testkit.DataSourceContract;
import org.stratigraph.zoo.ZooPlugin;

/** Every data source of the zoo keeps the contract, as a user asks for it. */
class DataContractsTest {
    private static final Catalog CATALOG = new Catalog(List.of(new Discovered(new ZooPlugin(), "here")));

    /** Three pictures in a tree of some layout. */
    abstract static class OnDisk extends DataSourceContract {
        @TempDir
        Path root;

        /** What is typed after the colon, once everything is there. */
        abstract Path write() throws IOException;

        private Path place;

        @BeforeEach
        void writeTree() throws IOException {
            place = write();
        }

        abstract String name();

        @Override
        protected DataSource data() {
            return CATALOG.data().make(name() + ":" + place);
        }
    }

    @Nested
    class Scenes extends DataSourceContract {
        @Override
        protected DataSource data() {
            return CATALOG.data().make("scenes:side=48,train=30,test=20");
        }
    }

    @Nested
    class SubFolders extends OnDisk {
        @Override
        String name() {
            return "folder";
        }

        @Override
        Path write() throws IOException {
            Pictures.write(root.resolve("dogs/1.png"), 1);
            Pictures.write(root.resolve("cats/1.png"), 2);
            Pictures.write(root.resolve("cats/2.jpg"), 3);
            return root;
        }
    }

    @Nested
    class LabelsCsv extends OnDisk {
        @Override
        String name() {
            return "folder";
        }

        @Override
        Path write() throws IOException {
            Pictures.write(root.resolve("1.png"), 1);
            Pictures.write(root.resolve("2.png"), 2);
            Files.writeString(
                    root.resolve("labels.csv"),
                    "file,label,x0,y0,x1,y1\n2.png,cat,0,0,4,3\n1.png,dog,,,,\n2.png,dog,1,1,2,2\n");
            return root;
        }
    }

    @Nested
    class Voc extends OnDisk {
        @Override
        String name() {
            return "voc";
        }

        @Override
        Path write() throws IOException {
            for (String id : List.of("1", "2", "3")) {
                Pictures.write(root.resolve("JPEGImages/" + id + ".jpg"), id.hashCode());
                VocXml.write(
                        root.resolve("Annotations/" + id + ".xml"),
                        VocXml.object("cat", 1, 1, 9, 9) + VocXml.object("dog", 2, 2, 3, 3));
            }
            Files.createDirectories(root.resolve("ImageSets/Main"));
            Files.writeString(root.resolve("ImageSets/Main/val.txt"), "3\n1\n2\n");
            return root;
        }
    }

    @Nested
    class ImageNet extends OnDisk {
        @Override
        String name() {
            return "imagenet";
        }

        @Override
        Path write() throws IOException {
            StringBuilder table = new StringBuilder("ImageId,PredictionString\n");
            for (String id : List.of("1", "2", "3")) {
                Pictures.write(root.resolve("val/" + id + ".jpg"), id.hashCode());
                table.append(id + ",n00000002 0 0 3 9 n00000001 1 1 1 1 \n");
            }
            Files.writeString(root.resolve("LOC_val_solution.csv"), table);
            Files.writeString(root.resolve("LOC_synset_mapping.txt"), "n00000001 cat\nn00000002 dog, hound\n");
            return root;
        }
    }

    @Nested
    class Coco extends OnDisk {
        @Override
        String name() {
            return "coco";
        }

        @Override
        Path write() throws IOException {
            Pictures.write(root.resolve("images/1.png"), 1);
            Pictures.write(root.resolve("images/2.png"), 2);
            return Files.writeString(root.resolve("two.json"), """
                    {"images": [{"id": 1, "file_name": "1.png"}, {"id": 2, "file_name": "2.png"}],
                     "categories": [{"id": 7, "name": "cat"}, {"id": 9, "name": "dog"}],
                     "annotations": [{"image_id": 1, "category_id": 9, "bbox": [0, 0, 2.5, 9],
                                      "segmentation": {"counts": "12105", "size": [3, 4]}},
                                     {"image_id": 2, "category_id": 7, "bbox": [-1, 1, 2, 1]}]}
                    """);
        }
    }
}
