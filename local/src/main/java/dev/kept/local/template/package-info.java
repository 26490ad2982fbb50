/** Reads {@code template.yaml} (AWS SAM) into typed resources, so that the local run starts what is deployed. */
@NullMarked
package dev.kept.local.template;

import org.jspecify.annotations.NullMarked;
