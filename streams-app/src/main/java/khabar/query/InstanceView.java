package khabar.query;

import java.util.List;

/**
 * One of the instances that divide the work.
 *
 * @param address host and port where it is asked
 * @param active the partitions that it works on, as in {@code news.articles-0}
 * @param standby the partitions whose stores it keeps a copy of
 */
public record InstanceView(String address, List<String> active, List<String> standby) {}
