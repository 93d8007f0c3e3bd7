/**
 * Linear models of hashed features, trained on labelled texts. Feature vectors and labels flow in and
 * become a {@link khabar.language.learned.LinearModel}; that gives probabilities. Start at
 * {@link khabar.language.learned.LinearTrainer}.
 */
@NullMarked
package khabar.language.learned;

import org.jspecify.annotations.NullMarked;
