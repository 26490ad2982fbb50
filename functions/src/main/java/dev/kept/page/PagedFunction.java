package dev.kept.page;

import dev.kept.http.HttpFunction;

/** A function that has pages for browsers. */
public interface PagedFunction extends HttpFunction {}
