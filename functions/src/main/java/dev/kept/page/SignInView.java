package dev.kept.page;

/** The sign-in page of the console. */
public record SignInView(String signInAddress, boolean signedOut) {}
