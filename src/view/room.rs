//! The rooms of the second program.

/// What people do with scenarios beside moving levers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Keep scenarios in this browser.
    Saved,
    /// Put scenarios side by side.
    Compare,
    /// Give one away: on paper, as a file, as a picture.
    HandOver,
    /// Look what one comes to with the figures of now.
    Now,
}

impl Room {
    /// The rooms that are always there, in the order of their doors.
    pub const ALL: [Self; 3] = [Self::Saved, Self::Compare, Self::HandOver];

    /// What the two programs call it between them.
    pub fn id(self) -> &'static str {
        match self {
            Self::Saved => "saved",
            Self::Compare => "compare",
            Self::HandOver => "hand-over",
            Self::Now => "now",
        }
    }

    /// What its door says.
    pub fn door(self) -> &'static str {
        match self {
            Self::Saved => "Bewaren",
            Self::Compare => "Vergelijken",
            Self::HandOver => "Delen en afdrukken",
            Self::Now => "Met de cijfers van nu",
        }
    }

    /// What it is headed.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Saved => "Scenario’s bewaren",
            Self::Compare => "Scenario’s vergelijken",
            Self::HandOver | Self::Now => self.door(),
        }
    }
}
