/**
 * Pictures of the user's own disk as data sources: folders, and the layouts of ImageNet, Pascal VOC and COCO. Nothing but
 * {@link org.stratigraph.zoo.ZooPlugin} needs its classes by name.
 */
package org.stratigraph.zoo.data;
