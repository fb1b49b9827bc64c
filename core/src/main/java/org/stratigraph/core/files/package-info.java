/**
 * Files from elsewhere, hostile until checked: images and weights come in here, finished files go out; for everybody's
 * use.
 */
package org.stratigraph.core.files;
