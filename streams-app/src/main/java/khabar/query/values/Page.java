package khabar.query.values;

import java.util.List;
import java.util.Optional;

/**
 * Some of the rows of an answer.
 *
 * @param rows in their order
 * @param next where the following rows begin; empty where there are none
 */
public record Page<T>(List<T> rows, Optional<String> next) {}
