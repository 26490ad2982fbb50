package dev.kept.policy;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long each thing may take, by the policy's own word. The law's periods are not here: the earlier of both wins.
 *
 * @param answer the policy's own promise for answering; absent where it makes none
 * @param extension by how much an answer may be put off
 * @param confirmation how long the link that confirms a request works
 * @param lapse after how long an unconfirmed request lapses
 * @param identity how long an asked proof of identity is awaited
 * @param download how long an answer can be fetched
 * @param downloads how often an answer can be fetched
 * @param purge how long after the end of an account its data are gone
 * @param retrieval how long after the end of an account its data can still be fetched, where a law demands that; absent where
 *     none does
 * @param ahead how far ahead the end of an account can be set
 * @param breach how long after awareness a breach is notified
 */
public record Deadlines(
        @Nullable Period answer,
        Period extension,
        Duration confirmation,
        Period lapse,
        Period identity,
        Period download,
        int downloads,
        Period purge,
        @Nullable Period retrieval,
        Period ahead,
        Duration breach,
        List<String> promises) {}
