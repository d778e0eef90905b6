package org.shiftscope.compute.overparametrized;

import java.util.Optional;
import org.shiftscope.compute.curvature.Lanczos.Spectrum;
import org.shiftscope.compute.curvature.ProductsState;

/**
 * The two searches for the ends of a spectrum, between two products.
 *
 * @param with what the search with λ found; empty in that search
 * @param within the present search
 */
public record EndsState(Optional<Spectrum> with, ProductsState within) {}
