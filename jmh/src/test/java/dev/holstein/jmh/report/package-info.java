/** Tests of the report: what it says of results that were made up, so that each figure is known. */
package dev.holstein.jmh.report;
