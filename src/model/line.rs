//! The care lines.

/// A kind of care with its own cost, on which measures can work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Line {
    /// Basic mental health care.
    Bggz,
    /// Specialist mental health care.
    Sggz,
    /// Other care without residence.
    Ambulant,
    /// Care with residence.
    Verblijf,
    /// Child protection.
    Bescherming,
    /// Youth probation.
    Reclassering,
    /// Personal budgets.
    Pgb,
    /// Nationally purchased care.
    Lta,
    /// Transport to care.
    Vervoer,
}

impl Line {
    /// All lines.
    pub const ALL: [Self; 9] = [
        Self::Bggz,
        Self::Sggz,
        Self::Ambulant,
        Self::Verblijf,
        Self::Bescherming,
        Self::Reclassering,
        Self::Pgb,
        Self::Lta,
        Self::Vervoer,
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bggz => "basis-GGZ",
            Self::Sggz => "specialistische GGZ",
            Self::Ambulant => "ambulante jeugdhulp",
            Self::Verblijf => "jeugdhulp met verblijf",
            Self::Bescherming => "jeugdbescherming",
            Self::Reclassering => "jeugdreclassering",
            Self::Pgb => "PGB",
            Self::Lta => "landelijk ingekochte hulp (LTA)",
            Self::Vervoer => "jeugdhulpvervoer",
        }
    }
}
