/** DynamoDB items: one family of factories and readers for attribute values. Depends on nothing of ours. */
@NullMarked
package dev.kept.items;

import org.jspecify.annotations.NullMarked;
