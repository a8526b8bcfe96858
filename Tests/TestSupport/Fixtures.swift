/// Placeholder namespace.
public enum Fixtures {}
