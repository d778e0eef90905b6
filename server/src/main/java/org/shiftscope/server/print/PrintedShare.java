package org.shiftscope.server.print;

import java.time.Instant;
import java.util.Optional;
import org.shiftscope.ui.sharedview.SharedView;

/**
 * What a PDF is made of.
 *
 * @param view the document
 * @param sha256 of what is downloaded, hexadecimal
 * @param expires when its link ends; empty for never
 * @param page the whole address of its page, which may stand on paper
 * @param own the whole address of what {@code data} and {@code csv} follow, with a slash at its end
 */
public record PrintedShare(
    SharedView view, String sha256, Optional<Instant> expires, String page, String own) {}
