package dev.tarn.workspace.notebook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The language of a notebook's cells, unless a cell's magic says otherwise. */
public enum Language {
    PYTHON("#", "py"),
    SQL("--", "sql"),
    SCALA("//", "scala"),
    R("#", "r");

    private final String comment;
    private final String extension;

    Language(String comment, String extension) {
        this.comment = comment;
        this.extension = extension;
    }

    /** What begins a comment, and with it every mark in a source file. */
    public String comment() {
        return comment;
    }

    /** Of source files, without the dot. */
    public String extension() {
        return extension;
    }

    /** As in Jupyter's metadata and in archives: {@code python}. */
    public String lowerName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first line of a notebook in source format. */
    public String header() {
        return comment + " Databricks notebook source";
    }

    public static Optional<Language> named(String name) {
        return Arrays.stream(values())
                .filter(language -> language.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** By a file's name: {@code etl.py} is Python. */
    public static Optional<Language> ofFile(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(language -> lower.endsWith("." + language.extension))
                .findFirst();
    }
}
