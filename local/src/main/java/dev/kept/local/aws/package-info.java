/** The AWS services that Kept's functions call, on this machine, for the local run: they answer the real SDK clients. */
@NullMarked
package dev.kept.local.aws;

import org.jspecify.annotations.NullMarked;
