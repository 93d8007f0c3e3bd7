package khabar.language.entity;

/** The kinds of things that are named. */
public enum EntityType {
    PERSON,
    ORGANISATION,
    PLACE,
    EVENT,
    PRODUCT
}
